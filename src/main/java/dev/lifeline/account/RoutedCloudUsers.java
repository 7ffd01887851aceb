package dev.lifeline.account;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.AccountName;
import java.util.List;
import java.util.Optional;

/** The users of all accounts. */
record RoutedCloudUsers(ByAccount<CloudUsers> byAccount) implements CloudUsers {

    @Override
    public List<AccountName> accounts() {
        return byAccount.names();
    }

    @Override
    public CloudUsers in(AccountName account) {
        return byAccount.get(account);
    }

    @Override
    public List<CloudUser> findByEmail(String email) {
        return in(AccountName.MAIN).findByEmail(email);
    }

    @Override
    public Optional<CloudUser> findByUsername(String username) {
        return in(AccountName.MAIN).findByUsername(username);
    }

    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        return in(id.account()).findById(id);
    }
}
