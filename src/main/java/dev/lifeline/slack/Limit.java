package dev.lifeline.slack;

/** How much does Slack take? In code points, a little below what slack.md 4.1 says where it counts in an unknown way. */
enum Limit {
    BLOCKS(50),
    HEADER(150),
    /** Text of all blocks together; Slack fails near 13,200 without documenting it. */
    ALL_TEXT(12_000),
    /** One run of text in a rich text block; not documented, so as much as a section takes. */
    RUN(3_000),
    CONTEXT_ELEMENTS(10),
    CONTEXT_TEXT(2_000),
    BUTTONS_IN_A_ROW(25),
    BUTTON(75),
    ACCESSIBILITY_LABEL(75),
    VALUE(2_000),
    ACTION_ID(255),
    BLOCK_ID(255),
    PRIVATE_METADATA(3_000),
    MODAL_TITLE(24),
    MODAL_BUTTON(24),
    CONFIRM_TITLE(100),
    CONFIRM_TEXT(300),
    CONFIRM_BUTTON(30),
    /** The text that stands in for the blocks. */
    FALLBACK(4_000);

    private static final String CUT = "…";

    private final int most;

    Limit(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    boolean holds(String text) {
        return length(text) <= most;
    }

    /** The text as it is, for ids: a cut one would be another one. */
    String whole(String id) {
        if (!holds(id)) throw new IllegalArgumentException("longer than " + most + " characters, and not to be cut");
        return id;
    }

    /** The text, or as much of it as fits and a sign that there was more; never half a character. */
    String cut(String text) {
        return cut(text, most);
    }

    static String cut(String text, int most) {
        if (length(text) <= most) return text;
        return most < 1 ? "" : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
