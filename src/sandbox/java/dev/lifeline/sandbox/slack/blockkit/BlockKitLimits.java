package dev.lifeline.sandbox.slack.blockkit;

/** Block Kit's limits (src/docs/platform/slack.md, section Sizes): lengths in characters (code points), the others are counts. */
final class BlockKitLimits {

    static final int MAX_MESSAGE_BLOCKS = 50;
    static final int MAX_VIEW_BLOCKS = 100;

    /** Undocumented: the sum of all texts in the blocks of one message. */
    static final int MAX_MESSAGE_TEXT_SUM_CHARS = 13_200;

    static final int MAX_ID_CHARS = 255;
    static final int MAX_URL_CHARS = 3_000;
    static final int MAX_ALT_TEXT_CHARS = 2_000;
    static final int MAX_ACCESSIBILITY_LABEL_CHARS = 75;

    static final int MAX_SECTION_TEXT_CHARS = 3_000;
    static final int MAX_SECTION_FIELDS = 10;
    static final int MAX_FIELD_TEXT_CHARS = 2_000;
    static final int MAX_HEADER_TEXT_CHARS = 150;
    static final int MAX_CONTEXT_ELEMENTS = 10;
    static final int MAX_CONTEXT_TEXT_CHARS = 3_000;
    static final int MAX_ACTIONS_ELEMENTS = 25;
    static final int MAX_CONTEXT_ACTIONS_ELEMENTS = 5;
    static final int MAX_VIDEO_TITLE_CHARS = 199;
    static final int MAX_VIDEO_AUTHOR_CHARS = 49;
    static final int MAX_INPUT_FILES = 10;
    static final int MAX_INPUT_LABEL_CHARS = 2_000;
    static final int MAX_MARKDOWN_SUM_CHARS = 12_000;
    static final int MAX_TABLE_ROWS = 100;
    static final int MAX_TABLE_CELLS = 20;
    static final int MIN_DATA_TABLE_ROWS = 2;
    static final int MAX_DATA_TABLE_ROWS = 201;
    static final int MAX_DATA_TABLE_PAGE_ROWS = 100;
    static final int MAX_CONTAINER_TITLE_CHARS = 150;
    static final int MAX_CONTAINER_BLOCKS = 10;
    static final int MAX_ALERT_TEXT_CHARS = 200;
    static final int MAX_CARD_TITLE_CHARS = 150;
    static final int MAX_CARD_BODY_CHARS = 200;
    static final int MAX_CARD_ACTIONS = 3;
    static final int MAX_CAROUSEL_CARDS = 10;
    static final int MAX_CHART_TITLE_CHARS = 50;
    static final int MAX_CHART_CATEGORY_CHARS = 20;
    static final int MAX_CHART_SERIES = 6;

    static final int MAX_BUTTON_TEXT_CHARS = 75;
    static final int MAX_BUTTON_VALUE_CHARS = 2_000;
    static final int MAX_OPTIONS = 100;
    static final int MAX_OPTION_GROUPS = 100;
    static final int MAX_OVERFLOW_OPTIONS = 5;
    static final int MAX_BOX_OPTIONS = 10;
    static final int MAX_OPTION_TEXT_CHARS = 75;
    static final int MAX_OPTION_VALUE_CHARS = 150;
    static final int MAX_PLACEHOLDER_CHARS = 150;
    static final int MAX_INPUT_TEXT_CHARS = 3_000;
    static final int MAX_CONFIRM_TITLE_CHARS = 100;
    static final int MAX_CONFIRM_TEXT_CHARS = 300;
    static final int MAX_CONFIRM_BUTTON_CHARS = 30;

    static final int MAX_VIEW_TITLE_CHARS = 24;
    static final int MAX_PRIVATE_METADATA_CHARS = 3_000;

    private BlockKitLimits() {}
}
