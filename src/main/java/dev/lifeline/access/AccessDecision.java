package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/** Whether a Slack user may do something: allowed, or denied with reasons. */
public sealed interface AccessDecision {

    /** No rule denies. */
    record Allowed(SlackUser slackUser, CloudUser cloudUser) implements AccessDecision {}

    /**
     * At least one rule denies.
     *
     * @param denialReasons every reason, in the order of the rules; not empty
     */
    record Denied(List<DenialReason> denialReasons) implements AccessDecision {
        public Denied {
            denialReasons = List.copyOf(denialReasons);
            if (denialReasons.isEmpty()) throw new IllegalArgumentException("a denial has at least one reason");
        }

        public Denied(DenialReason denialReason) {
            this(List.of(denialReason));
        }

        /** The first reason, for places with room for one. */
        public DenialReason primaryReason() {
            return denialReasons.get(0);
        }
    }

    /** Every reason; empty when allowed. */
    default List<DenialReason> denialReasons() {
        return List.of();
    }

    /** The first reason; empty when allowed. */
    default Optional<DenialReason> firstDenialReason() {
        return this instanceof Denied denied ? Optional.of(denied.primaryReason()) : Optional.empty();
    }

    /** The cloud user; empty when denied. */
    default Optional<CloudUser> allowedUser() {
        return this instanceof Allowed allowed ? Optional.of(allowed.cloudUser()) : Optional.empty();
    }
}
