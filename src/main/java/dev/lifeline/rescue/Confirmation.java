package dev.lifeline.rescue;

/**
 * What the requester confirmed.
 *
 * @param reason the requester's, at most {@value #MAX_REASON_CHARS} characters; empty where none was asked for
 * @param breakGlass whether they went ahead without approvals
 */
public record Confirmation(RescueSystem system, String reason, boolean breakGlass) {

    /** Longest reason that is accepted, in characters; the form takes no more. */
    public static final int MAX_REASON_CHARS = 500;

    public Confirmation {
        if (reason.length() > MAX_REASON_CHARS) throw new IllegalArgumentException("the reason is too long");
    }

    /** Without a reason. */
    public static Confirmation of(RescueSystem system) {
        return new Confirmation(system, "", false);
    }

    /** The same, with break-glass for this reason. */
    Confirmation withBreakGlass(String breakGlassReason) {
        return new Confirmation(system, breakGlassReason, true);
    }
}
