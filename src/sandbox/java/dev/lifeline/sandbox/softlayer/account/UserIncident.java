package dev.lifeline.sandbox.softlayer.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes to a user that no API call caused, by the phrase that {@code POST /sandbox/happens} takes. */
public enum UserIncident {
    DISABLED("is disabled"),
    SUSPENDED("is suspended"),
    ACTIVATED("is active"),
    /** IAM makes the user an alternate master; a single flag shows it (src/docs/platform/softlayer.md, section Known issues). */
    LIKE_MASTER_USER_SET("is like a master"),
    LIKE_MASTER_USER_CLEARED("is no longer like a master");

    private final String phrase;

    UserIncident(String phrase) {
        this.phrase = phrase;
    }

    /** Applies the change. */
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

    /** Returns the incident of this phrase. */
    public static Optional<UserIncident> fromPhrase(String phrase) {
        return Arrays.stream(values()).filter(incident -> incident.phrase.equals(phrase)).findFirst();
    }

    /** Returns all phrases. */
    public static List<String> phrases() {
        return Arrays.stream(values()).map(incident -> incident.phrase).toList();
    }
}
