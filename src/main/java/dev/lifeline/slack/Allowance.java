package dev.lifeline.slack;

/**
 * How much text may the rest of a message still have? One message, one allowance; the buttons, which are what a message is for, take
 * theirs beforehand, then whoever is first gets it.
 */
final class Allowance {

    private int left;

    Allowance() {
        this(0);
    }

    /**
     * An allowance of which some is taken.
     *
     * @param taken in code points
     */
    Allowance(int taken) {
        this.left = Math.max(0, Limit.ALL_TEXT.most() - taken);
    }

    /** As much of the text as is still allowed. */
    String of(String text) {
        String allowed = Limit.cut(text, left);
        left -= Limit.length(allowed);
        return allowed;
    }
}
