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
    /** It is over. */
    CLOSED,
    /** The device is not in the rescue kernel, so there is nothing to end. */
    NOT_IN_RESCUE,
    /** The end was ordered already. */
    ALREADY_LEAVING
}
