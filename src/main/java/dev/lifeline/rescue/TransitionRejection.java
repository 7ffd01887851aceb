package dev.lifeline.rescue;

/** Why a request did not change. */
public enum TransitionRejection {
    /** Only the requester may do this. */
    NOT_REQUESTER,
    /** The time to answer is over. */
    EXPIRED,
    /** The stage does not take this any more, or not yet. */
    ALREADY_ANSWERED,
    /** The requester cannot approve. */
    SELF_APPROVAL,
    /** This cloud user has voted. */
    ALREADY_VOTED,
    /** Only the people named in the policy may approve. */
    NOT_APPROVER,
    /** The message that was clicked shows an earlier plan. */
    PLAN_CHANGED,
    /** The policy requires a reason, and the one given does not match. */
    REASON_NOT_ACCEPTED,
    /** The policy requires an API key to have been presented recently. */
    VERIFICATION_TOO_OLD,
    /** The reason is longer than {@link Confirmation#MAX_REASON_CHARS}. */
    REASON_TOO_LONG,
    /** The requester is linked to another cloud user now than when they asked. */
    ACCOUNT_RELINKED,
    /** The policy does not allow break-glass. */
    BREAK_GLASS_NOT_ALLOWED,
    /** The name that was typed is not the device's. */
    DEVICE_NAME_MISMATCH,
    /** The review is signed off already. */
    ALREADY_REVIEWED,
    /** The person who used break-glass cannot sign off its review. */
    OWN_BREAK_GLASS,
    /** The request is closed. */
    CLOSED,
    /** The device is not in rescue, so there is nothing to exit. */
    NOT_IN_RESCUE,
    /** An exit was requested already. */
    ALREADY_EXITING,
    /** This person answers for the device already. */
    ALREADY_RESPONSIBLE,
    /** Only the requester, whoever took over, whoever may approve the request, and user managers may tell its outcome. */
    NOT_ENTITLED_TO_OUTCOME,
    /** The launch was sent once, and something began on the device since. */
    LAUNCH_MAY_HAVE_BEGUN,
    /** The provider does not show the device, so that it is not known what became of a command. */
    DEVICE_NOT_SEEN,
    /** The device is said to be back, and a transaction of the provider works on it. */
    TRANSACTION_RUNNING,
    /** The device is said to be back, and what answers is not its installed system. */
    NOT_INSTALLED_SYSTEM
}
