package dev.lifeline.slack.blockkit;

/**
 * Remaining text of one message, in code points. The buttons' text is reserved first, since they are what a message is for; the rest is
 * taken in order. Not thread-safe.
 */
public final class TextBudget {

    private int remainingChars;

    /** A budget of {@link BlockKitLimit#TOTAL_TEXT}. */
    public TextBudget() {
        this(0);
    }

    /**
     * A budget with a reservation.
     *
     * @param reserved in code points
     */
    TextBudget(int reserved) {
        this.remainingChars = Math.max(0, BlockKitLimit.TOTAL_TEXT.max() - reserved);
    }

    /** Takes as much of the text as the budget allows. */
    String take(String text) {
        String allowed = BlockKitLimit.truncate(text, remainingChars);
        remainingChars -= BlockKitLimit.codePointLength(allowed);
        return allowed;
    }
}
