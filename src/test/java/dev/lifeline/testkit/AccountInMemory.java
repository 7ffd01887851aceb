package dev.lifeline.testkit;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.ProviderUnreachable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's users, who can be changed, and who can be out of reach. */
public final class AccountInMemory implements CloudUsers {

    private final Map<CloudUserId, CloudUser> users = new LinkedHashMap<>();
    private boolean away;

    public AccountInMemory with(CloudUser user) {
        users.put(user.id(), user);
        return this;
    }

    public AccountInMemory away() {
        away = true;
        return this;
    }

    /** No e-mail is anybody's here. */
    @Override
    public List<CloudUser> withEmail(String email) {
        return List.of();
    }

    @Override
    public Optional<CloudUser> read(CloudUserId id) {
        if (away) throw new ProviderUnreachable("away");
        return Optional.ofNullable(users.get(id));
    }
}
