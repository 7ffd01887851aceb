package dev.lifeline.approval;

/** What may happen between a wish and a launch? */
enum SimulatedStep {
    REQUEST,
    CONFIRM,
    APPROVE,
    APPROVE_OUTDATED_MESSAGE,
    DENY,
    CANCEL,
    BREAK_GLASS,
    /** The machine is switched on or off by somebody else. */
    TOGGLE_POWER,
    /** The person stands for another cloud user from now on; others may stand for the same one. */
    CHANGE_LINK,
    /** The cloud user gains or loses the permission. */
    TOGGLE_PERMISSION,
    /** Another edition of the policy wants more or fewer to agree; it counts for later requests. */
    CHANGE_QUORUM,
    ADVANCE_CLOCK,
    /** The clockwork does what is due: reminders, expiries, the launch. */
    RUN_DUE_STEPS
}
