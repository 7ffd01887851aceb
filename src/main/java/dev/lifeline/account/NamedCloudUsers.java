package dev.lifeline.account;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.AccountName;
import java.util.List;
import java.util.Optional;

/** The users of one account, each with its name; the port below knows of no other account. */
record NamedCloudUsers(AccountName account, CloudUsers cloudUsers, AccountOutage outage) implements CloudUsers {

    @Override
    public List<AccountName> accounts() {
        return List.of(account);
    }

    @Override
    public List<CloudUser> findByEmail(String email) {
        return outage.read(() -> cloudUsers.findByEmail(email)).stream()
                .map(user -> user.in(account))
                .toList();
    }

    @Override
    public Optional<CloudUser> findByUsername(String username) {
        return outage.read(() -> cloudUsers.findByUsername(username)).map(user -> user.in(account));
    }

    /** Nobody of another account, who may have the same number. */
    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        if (!id.account().equals(account)) return Optional.empty();
        return outage.read(() -> cloudUsers.findById(unnamed(id))).map(user -> user.in(account));
    }

    static CloudUserId unnamed(CloudUserId id) {
        return id.in(AccountName.MAIN);
    }
}
