package dev.lifeline.slack.blockkit;

/** How much does Slack take? In code points, a little below what slack.md 4.1 says where it counts in an unknown way. */
public enum BlockKitLimit {
    BLOCKS(50),
    HEADER_TEXT(150),
    /** Text of all blocks together; Slack fails near 13,200 without documenting it. */
    TOTAL_TEXT(12_000),
    /** One run of text in a rich text block; not documented, so as much as a section takes. */
    RICH_TEXT_RUN(3_000),
    CONTEXT_ELEMENTS(10),
    CONTEXT_TEXT(2_000),
    ACTIONS_ELEMENTS(25),
    BUTTON_TEXT(75),
    ACCESSIBILITY_LABEL(75),
    BUTTON_VALUE(2_000),
    ACTION_ID(255),
    BLOCK_ID(255),
    PRIVATE_METADATA(3_000),
    MODAL_TITLE(24),
    MODAL_BUTTON(24),
    CONFIRM_TITLE(100),
    CONFIRM_TEXT(300),
    CONFIRM_BUTTON(30),
    /** The text that stands in for the blocks. */
    FALLBACK_TEXT(4_000);

    private static final String ELLIPSIS = "…";

    private final int max;

    BlockKitLimit(int max) {
        this.max = max;
    }

    int max() {
        return max;
    }

    public boolean fits(String text) {
        return codePointLength(text) <= max;
    }

    /** The text as it is, for ids: a cut one would be another one. */
    String requireFits(String id) {
        if (!fits(id)) throw new IllegalArgumentException("longer than " + max + " characters, and not to be cut");
        return id;
    }

    /** The text, or as much of it as fits and a sign that there was more; never half a character. */
    public String truncate(String text) {
        return truncate(text, max);
    }

    static String truncate(String text, int max) {
        if (codePointLength(text) <= max) return text;
        return max < 1 ? "" : text.substring(0, text.offsetByCodePoints(0, max - 1)) + ELLIPSIS;
    }

    static int codePointLength(String text) {
        return text.codePointCount(0, text.length());
    }
}
