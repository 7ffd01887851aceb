package dev.lifeline.sandbox.softlayer.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can happen to a user that nobody asked this API for? */
public enum UserIncident {
    DISABLED("is disabled"),
    SUSPENDED("is suspended"),
    ACTIVATED("is active"),
    /** IAM makes the user an alternate master: one flag says so and nothing else (softlayer.md, trap 4). */
    LIKE_MASTER_USER_SET("is like a master"),
    LIKE_MASTER_USER_CLEARED("is no longer like a master");

    private final String phrase;

    UserIncident(String phrase) {
        this.phrase = phrase;
    }

    /** Lets it happen. */
    public void trigger(CloudUser user, CloudUsers cloudUsers) {
        cloudUsers.update(user.id(), this::applyTo);
    }

    private CloudUser applyTo(CloudUser user) {
        return switch (this) {
            case DISABLED -> user.with(UserStatus.DISABLED);
            case SUSPENDED -> user.with(UserStatus.SUSPENDED);
            case ACTIVATED -> user.with(UserStatus.ACTIVE);
            case LIKE_MASTER_USER_SET -> user.withLikeMasterUser(true);
            case LIKE_MASTER_USER_CLEARED -> user.withLikeMasterUser(false);
        };
    }

    /** The turn told in these words. */
    public static Optional<UserIncident> fromPhrase(String phrase) {
        return Arrays.stream(values()).filter(one -> one.phrase.equals(phrase)).findFirst();
    }

    /** All that can be told. */
    public static List<String> phrases() {
        return Arrays.stream(values()).map(one -> one.phrase).toList();
    }
}
