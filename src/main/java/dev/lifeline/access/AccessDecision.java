package dev.lifeline.access;

import dev.lifeline.device.AccountName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a Slack user may do something: allowed, or denied with reasons. */
public sealed interface AccessDecision {

    /**
     * No rule denies, in one account at least.
     *
     * @param cloudUsers who the Slack user is, one in each account that has them; not empty
     * @param elsewhere the other accounts, with what denies there
     */
    record Allowed(SlackUser slackUser, List<CloudUser> cloudUsers, Map<AccountName, DenialReason> elsewhere)
            implements AccessDecision {
        public Allowed {
            cloudUsers = List.copyOf(cloudUsers);
            elsewhere = Collections.unmodifiableMap(new LinkedHashMap<>(elsewhere));
            if (cloudUsers.isEmpty()) throw new IllegalArgumentException("who is allowed has a cloud user");
        }

        /** As a user of one account. */
        public Allowed(SlackUser slackUser, CloudUser cloudUser) {
            this(slackUser, List.of(cloudUser), Map.of());
        }

        /** The user of the first account that has them. */
        public CloudUser cloudUser() {
            return cloudUsers.get(0);
        }
    }

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

    /** The cloud user, of the first account that has them; empty when denied. */
    default Optional<CloudUser> allowedUser() {
        return allowedUsers().stream().findFirst();
    }

    /** The cloud users, one in each account that has them; empty when denied. */
    default List<CloudUser> allowedUsers() {
        return this instanceof Allowed allowed ? allowed.cloudUsers() : List.of();
    }
}
