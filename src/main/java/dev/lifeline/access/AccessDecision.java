package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/** May they? Either they are known and nothing objects, or something does. */
public sealed interface AccessDecision {

    /** Nothing objects. */
    record Allowed(SlackUser slackUser, CloudUser cloudUser) implements AccessDecision {}

    /** Something objects: everything that does, in the order of the rules. */
    record Denied(List<DenialReason> denialReasons) implements AccessDecision {
        public Denied {
            denialReasons = List.copyOf(denialReasons);
            if (denialReasons.isEmpty()) throw new IllegalArgumentException("nobody is refused for nothing");
        }

        public Denied(DenialReason denialReason) {
            this(List.of(denialReason));
        }

        /** The first, which speaks where there is room for one. */
        public DenialReason primaryReason() {
            return denialReasons.get(0);
        }
    }

    /** Everything that objects; empty where nothing does. */
    default List<DenialReason> denialReasons() {
        return List.of();
    }

    /** The first that objects. */
    default Optional<DenialReason> firstDenialReason() {
        return this instanceof Denied denied ? Optional.of(denied.primaryReason()) : Optional.empty();
    }

    default Optional<CloudUser> allowedUser() {
        return this instanceof Allowed allowed ? Optional.of(allowed.cloudUser()) : Optional.empty();
    }
}
