package dev.lifeline.access;

/** Why a user may not link another Slack user to a cloud user. */
public enum ManualLinkDenial {
    /** The user neither owns the account nor manages users. */
    NOT_USER_MANAGER,
    /** One's own link is made with an API key. */
    SELF,
    /** The cloud user is absent or not below the manager: one reason for both, so that a denial does not disclose which. */
    USER_NOT_FOUND,
    /** The cloud user has the owner's rights and has to present an API key. */
    MASTER_USER,
    USER_NOT_ACTIVE,
    /** The Slack user is no member of a workspace that is served. */
    NOT_WORKSPACE_MEMBER
}
