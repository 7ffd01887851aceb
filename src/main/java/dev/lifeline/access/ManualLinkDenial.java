package dev.lifeline.access;

/** Why may somebody not say that another person is this cloud user? */
public enum ManualLinkDenial {
    /** Only the owner, and whoever may manage users. */
    NOT_USER_MANAGER,
    /** Who one is oneself, one shows. */
    SELF,
    /** Absent, or not below them: one sentence for both, so that nobody learns which. */
    USER_NOT_FOUND,
    /** The owner, or one who counts as such: they show it themselves. */
    MASTER_USER,
    USER_NOT_ACTIVE,
    /** The person is no member of a workspace that is served. */
    NOT_WORKSPACE_MEMBER
}
