package dev.lifeline.slack;

/** How much text may the rest of a message still have? One message, one allowance; whoever is first gets it. */
final class Allowance {

    private int left = Limit.ALL_TEXT.most();

    /** As much of the text as is still allowed. */
    String of(String text) {
        String allowed = Limit.cut(text, left);
        left -= Limit.length(allowed);
        return allowed;
    }
}
