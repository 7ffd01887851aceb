package dev.lifeline.access;

/** Why may somebody not say that another person is this cloud user? */
public enum Unbindable {
    /** Only the owner, and whoever may manage users. */
    NOT_A_MANAGER,
    /** Who one is oneself, one shows. */
    ONESELF,
    /** Absent, or not below them: one sentence for both, so that nobody learns which. */
    NO_SUCH_USER,
    /** The owner, or one who counts as such: they show it themselves. */
    LIKE_THE_OWNER,
    NOT_ACTIVE,
    /** The person is no member of a workspace that is served. */
    NOT_SERVED
}
