package dev.lifeline.access;

/** Why a user may not change another Slack user's link. */
public enum LinkChangeDenial {
    /** The user neither owns the account nor manages users. */
    NOT_USER_MANAGER,
    /** One's own link is made with an API key. */
    SELF,
    /** The Slack user is not linked, so there is nothing to revoke. */
    NOT_LINKED,
    /** The cloud user that the Slack user is, or was last, linked to is not below the manager. */
    LINKED_USER_NOT_MANAGED,
    /** The Slack user presented an API key, which counts for more than a manager's word. */
    VERIFIED,
    /** The cloud user is absent or not below the manager: one reason for both, so that a denial does not disclose which. */
    USER_NOT_FOUND,
    /** The cloud user has the owner's rights and has to present an API key. */
    MASTER_USER,
    USER_NOT_ACTIVE,
    /** The Slack user is no member of a workspace that is served. */
    NOT_WORKSPACE_MEMBER
}
