package dev.lifeline.slack.blockkit;

/**
 * How much text may the rest of a message still have? One message, one allowance; the buttons, which are what a message is for, take
 * theirs beforehand, then whoever is first gets it.
 */
public final class TextBudget {

    private int remainingChars;

    public TextBudget() {
        this(0);
    }

    /**
     * An allowance of which some is taken.
     *
     * @param taken in code points
     */
    TextBudget(int taken) {
        this.remainingChars = Math.max(0, BlockKitLimit.TOTAL_TEXT.max() - taken);
    }

    /** As much of the text as is still allowed. */
    String take(String text) {
        String allowed = BlockKitLimit.truncate(text, remainingChars);
        remainingChars -= BlockKitLimit.codePointLength(allowed);
        return allowed;
    }
}
