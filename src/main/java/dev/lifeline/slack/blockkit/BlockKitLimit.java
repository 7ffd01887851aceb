package dev.lifeline.slack.blockkit;

/**
 * Limits of Block Kit, in code points; below Slack's figure where it is not documented how Slack counts (src/docs/platform/slack.md,
 * section Sizes).
 */
public enum BlockKitLimit {
    BLOCKS(50),
    HEADER_TEXT(150),
    /** Text of all blocks together; Slack fails near 13,200 without documenting it (https://github.com/slackapi/bolt-js/issues/2509). */
    TOTAL_TEXT(12_000),
    /** One text run of a rich text block; undocumented, taken from a section's limit. */
    RICH_TEXT_RUN(3_000),
    CONTEXT_ELEMENTS(10),
    CONTEXT_TEXT(2_000),
    ACTIONS_ELEMENTS(25),
    BUTTON_TEXT(75),
    ACCESSIBILITY_LABEL(75),
    BUTTON_VALUE(2_000),
    OVERFLOW_OPTIONS(5),
    OPTION_VALUE(150),
    ACTION_ID(255),
    BLOCK_ID(255),
    PRIVATE_METADATA(3_000),
    MODAL_TITLE(24),
    MODAL_BUTTON(24),
    CONFIRM_TITLE(100),
    CONFIRM_TEXT(300),
    CONFIRM_BUTTON(30),
    /** The fallback text of a message. */
    FALLBACK_TEXT(4_000);

    private static final String ELLIPSIS = "…";

    private final int max;

    BlockKitLimit(int max) {
        this.max = max;
    }

    int max() {
        return max;
    }

    /** Whether the text is within the limit. */
    public boolean fits(String text) {
        return codePointLength(text) <= max;
    }

    /**
     * The id unchanged; a truncated one would be another id.
     *
     * @throws IllegalArgumentException when it exceeds the limit
     */
    String requireFits(String id) {
        if (!fits(id))
            throw new IllegalArgumentException("longer than " + max + " characters and must not be truncated");
        return id;
    }

    /** The text, or as much of it as fits with an ellipsis; never splits a code point. */
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
