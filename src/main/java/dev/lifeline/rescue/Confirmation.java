package dev.lifeline.rescue;

/**
 * What did the requester say Yes to?
 *
 * @param reason why; empty where none was asked for
 * @param breakGlass whether they went ahead without the others
 */
public record Confirmation(RescueSystem system, String reason, boolean breakGlass) {

    /** The longest reason that is kept, in characters; what is longer was never typed by hand at night. */
    public static final int MAX_REASON_CHARS = 500;

    public Confirmation {
        if (reason.length() > MAX_REASON_CHARS) throw new IllegalArgumentException("the reason is too long");
    }

    /** Without a reason. */
    public static Confirmation of(RescueSystem system) {
        return new Confirmation(system, "", false);
    }

    /** The same, and the requester goes ahead alone, for this reason. */
    Confirmation withBreakGlass(String because) {
        return new Confirmation(system, because, true);
    }
}
