package dev.lifeline.approvals;

/** What may happen between a wish and a launch? */
enum Deed {
    ASK,
    CONFIRM,
    APPROVE,
    APPROVE_AN_OLD_CARD,
    DENY,
    WITHDRAW,
    BREAK_THE_GLASS,
    /** The machine is switched on or off by somebody else. */
    POWER_CHANGES,
    /** The person stands for another cloud user from now on; others may stand for the same one. */
    RELINK,
    /** The cloud user gains or loses the permission. */
    RIGHTS_CHANGE,
    /** Another edition of the policy wants more or fewer to agree; it counts for later requests. */
    POLICY_CHANGES,
    MINUTES_PASS,
    /** The clockwork does what is due: reminders, expiries, the launch. */
    CLOCKWORK
}
