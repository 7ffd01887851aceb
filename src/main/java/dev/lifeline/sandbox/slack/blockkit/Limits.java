package dev.lifeline.sandbox.slack.blockkit;

/** The one table of Block Kit's limits (slack.md 4.1). Lengths are in characters, the rest are counts. */
final class Limits {

    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;

    /** Undocumented: the sum of all texts in one message's blocks. */
    static final int MESSAGE_TEXT_SUM = 13_200;

    static final int ID = 255;
    static final int URL = 3_000;
    static final int ALT_TEXT = 2_000;
    static final int ACCESSIBILITY_LABEL = 75;

    static final int SECTION_TEXT = 3_000;
    static final int SECTION_FIELDS = 10;
    static final int FIELD_TEXT = 2_000;
    static final int HEADER_TEXT = 150;
    static final int CONTEXT_ELEMENTS = 10;
    static final int CONTEXT_TEXT = 3_000;
    static final int ACTIONS_ELEMENTS = 25;
    static final int CONTEXT_ACTIONS_ELEMENTS = 5;
    static final int INPUT_LABEL = 2_000;
    static final int MARKDOWN_SUM = 12_000;
    static final int TABLE_ROWS = 100;
    static final int TABLE_CELLS = 20;
    static final int ALERT_TEXT = 200;
    static final int CARD_TITLE = 150;
    static final int CARD_BODY = 200;
    static final int CARD_ACTIONS = 3;
    static final int CAROUSEL_CARDS = 10;

    static final int BUTTON_TEXT = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int OPTIONS = 100;
    static final int OPTION_GROUPS = 100;
    static final int OVERFLOW_OPTIONS = 5;
    static final int BOX_OPTIONS = 10;
    static final int OPTION_TEXT = 75;
    static final int OPTION_VALUE = 150;
    static final int PLACEHOLDER = 150;
    static final int INPUT_TEXT = 3_000;
    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;

    static final int VIEW_TITLE = 24;
    static final int PRIVATE_METADATA = 3_000;

    private Limits() {}
}
