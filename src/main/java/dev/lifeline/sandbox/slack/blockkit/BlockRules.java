package dev.lifeline.sandbox.slack.blockkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must each type of block look like? Types that are not here Slack does not know. */
final class BlockRules {

    private static final Check PRESSED = Check.typed(ElementRules.pressed());
    private static final Check STATUS = Check.oneOf(Set.of("pending", "in_progress", "complete", "error"));
    private static final Set<String> RICH_TEXTS =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");

    private BlockRules() {}

    /** The rules on a surface. */
    static Check on(Surface surface) {
        Map<String, Check> rules = new HashMap<>(common());
        rules.putAll(newer());
        if (surface == Surface.MODAL) rules.put("alert", newBlock().must("text", Check.text(Limits.ALERT_TEXT)));
        return Check.typed(rules);
    }

    private static Map<String, Check> common() {
        return Map.of(
                "section", section(),
                "header", block().must("text", Check.plain(Limits.HEADER_TEXT)).with("level"),
                "divider", block(),
                "image", named(ElementRules.image()).may("title", Check.plain(Limits.ALT_TEXT)),
                "context", block().must("elements", Check.list(Limits.CONTEXT_ELEMENTS, inContext())),
                "actions", block().must("elements", Check.list(Limits.ACTIONS_ELEMENTS, PRESSED)),
                "input", input(),
                "rich_text", block().must("elements", Check.list(Integer.MAX_VALUE, richText())),
                "markdown", block().must("text", Check.string(Limits.MARKDOWN_SUM)));
    }

    private static Check section() {
        Map<String, Check> beside = new HashMap<>(ElementRules.pressed());
        beside.put("image", ElementRules.image());
        return block().either("text", "fields")
                .may("text", Check.text(Limits.SECTION_TEXT))
                .may("fields", Check.list(Limits.SECTION_FIELDS, Check.text(Limits.FIELD_TEXT)))
                .may("accessory", Check.typed(beside))
                .with("expand");
    }

    private static Check input() {
        return block().must("label", Check.plain(Limits.INPUT_LABEL))
                .must("element", Check.typed(ElementRules.filled()))
                .may("hint", Check.plain(Limits.INPUT_LABEL))
                .with("optional", "dispatch_action");
    }

    private static Check inContext() {
        return Check.typed(Map.of(
                "image", ElementRules.image(),
                "plain_text", Check.plain(Limits.CONTEXT_TEXT),
                "mrkdwn", Check.text(Limits.CONTEXT_TEXT)));
    }

    private static Check richText() {
        return new Shape()
                .must("type", Check.oneOf(RICH_TEXTS))
                .must("elements", Check.ANYTHING)
                .with("style", "indent", "offset", "border");
    }

    /** The types of 2025 and 2026 (slack.md 4.7), whose fields are still growing. */
    private static Map<String, Check> newer() {
        Check row = Check.list(Limits.TABLE_CELLS, Check.ANYTHING);
        Check task = newBlock()
                .must("task_id", Check.string(Limits.ID))
                .must("title", Check.ANYTHING)
                .may("status", STATUS);
        Map<String, Check> rules = new HashMap<>(Map.of(
                "table", newBlock().must("rows", Check.list(Limits.TABLE_ROWS, row)),
                "context_actions",
                        newBlock().must("elements", Check.list(Limits.CONTEXT_ACTIONS_ELEMENTS, Check.ANYTHING)),
                "task_card", task,
                "plan", newBlock().must("title", Check.ANYTHING).may("tasks", Check.list(Limits.VIEW_BLOCKS, task)),
                "card", card(),
                "carousel", newBlock().must("elements", Check.list(Limits.CAROUSEL_CARDS, card())),
                "video",
                        newBlock()
                                .must("video_url", Check.string(Limits.URL))
                                .must("thumbnail_url", Check.string(Limits.URL))
                                .must("alt_text", Check.string(Limits.ALT_TEXT))
                                .must("title", Check.plain(Limits.ALT_TEXT))));
        for (String loose : List.of("file", "container", "data_table", "data_visualization"))
            rules.put(loose, newBlock());
        return rules;
    }

    private static Check card() {
        return newBlock()
                .may("title", Check.text(Limits.CARD_TITLE))
                .may("subtitle", Check.text(Limits.CARD_TITLE))
                .may("body", Check.text(Limits.CARD_BODY))
                .may("actions", Check.list(Limits.CARD_ACTIONS, PRESSED));
    }

    private static Shape newBlock() {
        return block().open();
    }

    private static Shape block() {
        return named(new Shape());
    }

    private static Shape named(Shape shape) {
        return shape.may("block_id", Check.string(Limits.ID));
    }
}
