package dev.lifeline.rescue;

/** Why did a request stay where it was? */
public enum Stay {
    /** Only the requester confirms or cancels. */
    NOT_YOURS,
    /** The time to answer is over. */
    TOO_LATE,
    /** It was answered already and went on. */
    ALREADY_ANSWERED,
    /** Whoever asked for it cannot agree to it. */
    OWN_REQUEST,
    /** This cloud user has voted. */
    VOTED_ALREADY,
    /** Only those whom the policy names approve. */
    NOT_ASKED,
    /** The card that was pressed shows a plan that was changed since. */
    PLAN_CHANGED,
    /** The policy asks for a reason, and the one that was given does not do. */
    REASON_MISSING,
    /** The policy asks that they proved their cloud account not long ago. */
    PROOF_TOO_OLD,
    /** Longer than anybody reads, and than the form takes. */
    REASON_TOO_LONG,
    /** The requester stands for another cloud user now than when they asked. */
    RELINKED,
    /** The policy does not let the requester go ahead alone. */
    GLASS_HOLDS,
    /** What was typed is not the device's name. */
    NAME_DIFFERS,
    /** It was reviewed and signed already. */
    SIGNED_ALREADY,
    /** Whoever broke the glass cannot sign that it was right. */
    OWN_GLASS,
    /** It is over. */
    CLOSED,
    /** The device is not in the rescue kernel, so there is nothing to end. */
    NOT_IN_RESCUE,
    /** The end was ordered already. */
    ALREADY_LEAVING
}
