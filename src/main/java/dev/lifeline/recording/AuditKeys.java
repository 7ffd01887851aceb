package dev.lifeline.recording;

import java.util.Set;

/**
 * Names of the details that more than one class of this package writes or reads. The names of events and of their components are not here:
 * {@link AuditFields} derives them from the types, so that a rename cannot separate writer and reader.
 */
final class AuditKeys {

    /** {@code true} in each entry of a drill; absent of every other. */
    static final String DRILL = "drill";

    /** Channel id in which it was done; absent for the system and outside Slack. */
    static final String CHANNEL = "channel";

    /** Fully qualified name of the device. */
    static final String DEVICE_NAME = "name";

    /** Digest of the plan that approvals are bound to. */
    static final String PLAN = "plan";

    /** Name of the policy rule that decided; absent where none matched. */
    static final String RULE = "rule";

    /** Version of the policy. */
    static final String POLICY = "policy";

    /** Stage after the transition, such as {@code in-rescue}. */
    static final String STAGE = "stage";

    /** Present in the entry that closes a request, and in later ones. */
    static final String CLOSE_REASON = "close-reason";

    /** Detail for the operator of why the request closed. */
    static final String CLOSE_DETAIL = "close-detail";

    /** Pattern that the policy requires the reason to match. */
    static final String REASON_PATTERN = "reason-pattern";

    /** Why a command, a click or a form was rejected. */
    static final String DENIAL_REASON = "denial-reason";

    /** What else there is to know of an action that moved no request. */
    static final String DETAIL = "detail";

    /** Details that each entry of a request repeats, or that only prepare a decision: left out of a line of the timeline. */
    static final Set<String> REPEATED =
            Set.of(DEVICE_NAME, DRILL, PLAN, RULE, POLICY, STAGE, CHANNEL, "by", REASON_PATTERN);

    private AuditKeys() {}
}
