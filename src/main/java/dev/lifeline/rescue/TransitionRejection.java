package dev.lifeline.rescue;

/** Why did a request stay where it was? */
public enum TransitionRejection {
    /** Only the requester confirms or cancels. */
    NOT_REQUESTER,
    /** The time to answer is over. */
    EXPIRED,
    /** It was answered already and went on. */
    ALREADY_ANSWERED,
    /** Whoever asked for it cannot agree to it. */
    SELF_APPROVAL,
    /** This cloud user has voted. */
    ALREADY_VOTED,
    /** Only those whom the policy names approve. */
    NOT_APPROVER,
    /** The card that was pressed shows a plan that was changed since. */
    PLAN_CHANGED,
    /** The policy asks for a reason, and the one that was given does not do. */
    REASON_NOT_ACCEPTED,
    /** The policy asks that they proved their cloud account not long ago. */
    VERIFICATION_TOO_OLD,
    /** Longer than anybody reads, and than the form takes. */
    REASON_TOO_LONG,
    /** The requester stands for another cloud user now than when they asked. */
    ACCOUNT_RELINKED,
    /** The policy does not let the requester go ahead alone. */
    BREAK_GLASS_NOT_ALLOWED,
    /** What was typed is not the device's name. */
    DEVICE_NAME_MISMATCH,
    /** It was reviewed and signed already. */
    ALREADY_REVIEWED,
    /** Whoever broke the glass cannot sign that it was right. */
    OWN_BREAK_GLASS,
    /** It is over. */
    CLOSED,
    /** The device is not in the rescue kernel, so there is nothing to end. */
    NOT_IN_RESCUE,
    /** The end was ordered already. */
    ALREADY_EXITING
}
