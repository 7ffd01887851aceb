package dev.lifeline.sandbox.classic.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can happen to a user that nobody asked this API for? */
public enum Turn {
    IS_DISABLED("is disabled"),
    IS_SUSPENDED("is suspended"),
    IS_ACTIVE("is active"),
    /** IAM makes the user an alternate master: one flag says so and nothing else (softlayer.md, trap 4). */
    IS_LIKE_A_MASTER("is like a master"),
    IS_NO_LONGER_LIKE_A_MASTER("is no longer like a master");

    private final String words;

    Turn(String words) {
        this.words = words;
    }

    /** Lets it happen. */
    public void happenTo(CloudUser user, People people) {
        people.change(user.id(), this::changed);
    }

    private CloudUser changed(CloudUser user) {
        return switch (this) {
            case IS_DISABLED -> user.with(UserStatus.DISABLED);
            case IS_SUSPENDED -> user.with(UserStatus.SUSPENDED);
            case IS_ACTIVE -> user.with(UserStatus.ACTIVE);
            case IS_LIKE_A_MASTER -> user.likeMaster(true);
            case IS_NO_LONGER_LIKE_A_MASTER -> user.likeMaster(false);
        };
    }

    /** The turn told in these words. */
    public static Optional<Turn> told(String words) {
        return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
    }

    /** All that can be told. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(one -> one.words).toList();
    }
}
