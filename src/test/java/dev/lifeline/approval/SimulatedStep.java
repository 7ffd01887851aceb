package dev.lifeline.approval;

/** A step of the simulation between a request and its launch. */
enum SimulatedStep {
    REQUEST,
    CONFIRM,
    APPROVE,
    APPROVE_OUTDATED_MESSAGE,
    DENY,
    CANCEL,
    BREAK_GLASS,
    /** The device is powered on or off from outside. */
    TOGGLE_POWER,
    /** The Slack user is linked to another cloud user, which others may be linked to as well. */
    CHANGE_LINK,
    /** The requester links a Slack user to a cloud user. */
    ASSIGN_LINK_BY_REQUESTER,
    /** Two cloud users have one e-mail address from now on. */
    SHARE_EMAIL,
    /** The cloud user has an address of their own again. */
    OWN_EMAIL,
    /** The Slack user is deactivated, or a member again. */
    TOGGLE_DEACTIVATION,
    /** The cloud user gains or loses the permission. */
    TOGGLE_PERMISSION,
    /** The policy requires more or fewer approvals, for later requests only. */
    CHANGE_QUORUM,
    ADVANCE_CLOCK,
    /** The workflow runs every due step: reminders, expiries, the launch. */
    RUN_DUE_STEPS
}
