package dev.lifeline.sandbox.slack.blockkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rules of the block types of 2025 and 2026 (src/docs/platform/slack.md, section Blocks of 2025 and 2026). */
final class RecentBlockRules {

    private static final Set<String> CONTAINER_CHILDREN =
            Set.of("actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table", "video");
    private static final Validator WIDTH = Validator.oneOf(Set.of("narrow", "standard", "wide", "full"));
    private static final Validator ALERT_LEVEL = Validator.oneOf(Set.of("default", "info", "warning", "error", "success"));
    private static final Validator TASK_STATUS = Validator.oneOf(Set.of("pending", "in_progress", "complete", "error"));
    private static final Validator ALIGNMENT = Validator.oneOf(Set.of("left", "center", "right"));

    private static final Validator RAW_TEXT = new ObjectValidator().allow("type").required("text", Validator.string(Integer.MAX_VALUE));
    private static final Validator RAW_NUMBER = new ObjectValidator().additionalAllowed();

    private final Validator actionElement;
    private final Validator richText;

    private RecentBlockRules(Validator actionElement, Validator richText) {
        this.actionElement = actionElement;
        this.richText = Validator.byType(Map.of("rich_text", richText));
    }

    /** Returns the rules of each type; blocks that hold others allow those that are given. */
    static Map<String, Validator> of(Map<String, Validator> blocks, Validator actionElement) {
        RecentBlockRules rules = new RecentBlockRules(actionElement, blocks.getOrDefault("rich_text", Validator.ANY));
        Validator table = rules.table();
        Map<String, Validator> children = new HashMap<>(blocks);
        children.put("table", table);
        children.keySet().retainAll(CONTAINER_CHILDREN);
        return Map.of(
                "table", table,
                "data_table", rules.dataTable(),
                "data_visualization", dataVisualization(),
                "task_card", rules.task(),
                "plan", rules.plan(),
                "card", rules.card(),
                "carousel",
                        BlockRules.block()
                                .required("elements", Validator.array(BlockKitLimits.MAX_CAROUSEL_CARDS, Validator.byType(Map.of("card", rules.card())))),
                "container", rules.container(Validator.byType(children)));
    }

    /** An alert is allowed in modals only. */
    static Validator alert() {
        return BlockRules.block()
                .required("text", Validator.textObject(BlockKitLimits.MAX_ALERT_TEXT_CHARS))
                .optional("level", ALERT_LEVEL);
    }

    private Validator table() {
        Validator settings = new ObjectValidator().optional("align", ALIGNMENT).allow("is_wrapped");
        return BlockRules.block()
                .required("rows", Validator.array(BlockKitLimits.MAX_TABLE_ROWS, Validator.array(BlockKitLimits.MAX_TABLE_CELLS, cell())))
                .optional("column_settings", Validator.array(BlockKitLimits.MAX_TABLE_CELLS, settings));
    }

    private Validator cell() {
        return Validator.byType(Map.of("raw_text", RAW_TEXT, "raw_number", RAW_NUMBER, "rich_text", richText));
    }

    /** The first row is the header, and holds no rich text; every row has as many cells. */
    private Validator dataTable() {
        Validator row = Validator.array(BlockKitLimits.MAX_TABLE_CELLS, cell());
        return BlockRules.block()
                .required("caption", Validator.string(Integer.MAX_VALUE))
                .required("rows", Validator.array(BlockKitLimits.MAX_DATA_TABLE_ROWS, row).and(RecentBlockRules::dataRows))
                .optional("page_size", Validator.integer(1, BlockKitLimits.MAX_DATA_TABLE_PAGE_ROWS))
                .optional("row_header_column_index", Validator.integer(0, BlockKitLimits.MAX_TABLE_CELLS - 1));
    }

    private static void dataRows(JsonNode rows, String pointer, ValidationErrors errors) {
        if (rows.size() < BlockKitLimits.MIN_DATA_TABLE_ROWS) errors.add(pointer, "no less than 2 items required");
        for (JsonNode row : rows)
            if (row.size() != rows.path(0).size()) errors.add(pointer, "rows must have the same number of cells");
        if (rows.path(0).findValuesAsText("type").contains("rich_text")) errors.add(pointer + "/0", "unsupported type: rich_text");
    }

    /** A chart of one of four types (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block). */
    private static Validator dataVisualization() {
        Validator label = Validator.string(Integer.MAX_VALUE);
        Validator point = new ObjectValidator().required("label", label).required("value", Validator.ANY);
        Validator series = new ObjectValidator()
                .required("name", label)
                .required("data", Validator.array(Integer.MAX_VALUE, point));
        Validator axes = new ObjectValidator()
                .required("categories", Validator.array(Integer.MAX_VALUE, Validator.string(BlockKitLimits.MAX_CHART_CATEGORY_CHARS)))
                .optional("x_label", Validator.string(BlockKitLimits.MAX_CHART_TITLE_CHARS))
                .optional("y_label", Validator.string(BlockKitLimits.MAX_CHART_TITLE_CHARS));
        Validator plotted = new ObjectValidator()
                .required("series", Validator.array(BlockKitLimits.MAX_CHART_SERIES, series))
                .required("axis_config", axes);
        Validator pie = new ObjectValidator().required("segments", Validator.array(BlockKitLimits.MAX_CHART_SERIES, point));
        return BlockRules.block()
                .required("title", Validator.string(BlockKitLimits.MAX_CHART_TITLE_CHARS))
                .required("chart", Validator.byType(Map.of("pie", pie, "bar", plotted, "line", plotted, "area", plotted)));
    }

    private Validator task() {
        return BlockRules.block().allow("type")
                .required("task_id", Validator.string(BlockKitLimits.MAX_ID_CHARS))
                .required("title", Validator.string(Integer.MAX_VALUE))
                .required("status", TASK_STATUS)
                .optional("details", richText)
                .optional("output", richText)
                .optional("sources", Validator.array(Integer.MAX_VALUE, Validator.byType(Map.of("url", source()))));
    }

    private static Validator source() {
        return new ObjectValidator()
                .required("url", Validator.string(BlockKitLimits.MAX_URL_CHARS))
                .required("text", Validator.string(Integer.MAX_VALUE));
    }

    private Validator plan() {
        return BlockRules.block()
                .required("title", Validator.string(Integer.MAX_VALUE))
                .optional("tasks", Validator.array(BlockKitLimits.MAX_VIEW_BLOCKS, task()));
    }

    private Validator card() {
        return BlockRules.block()
                .optional("hero_image", Validator.byType(Map.of("image", ElementRules.image())))
                .optional("icon", Validator.byType(Map.of("image", ElementRules.image())))
                .optional("title", Validator.textObject(BlockKitLimits.MAX_CARD_TITLE_CHARS))
                .optional("subtitle", Validator.textObject(BlockKitLimits.MAX_CARD_TITLE_CHARS))
                .optional("body", Validator.textObject(BlockKitLimits.MAX_CARD_BODY_CHARS))
                .optional("actions", Validator.array(BlockKitLimits.MAX_CARD_ACTIONS, actionElement))
                .allow("slack_icon", "subtext");
    }

    private Validator container(Validator child) {
        return BlockRules.block()
                .requireAnyOf("title", "rich_text_title")
                .optional("title", Validator.plainTextObject(BlockKitLimits.MAX_CONTAINER_TITLE_CHARS))
                .optional("rich_text_title", richText)
                .optional("subtitle", Validator.textObject(BlockKitLimits.MAX_CONTAINER_TITLE_CHARS))
                .required("child_blocks", Validator.array(BlockKitLimits.MAX_CONTAINER_BLOCKS, child))
                .optional("width", WIDTH)
                .optional("icon", Validator.byType(Map.of("image", ElementRules.image())))
                .allow("is_collapsible", "default_collapsed", "has_header_divider")
                .and(RecentBlockRules::collapsible);
    }

    private static void collapsible(JsonNode container, String pointer, ValidationErrors errors) {
        if (container.path("default_collapsed").asBoolean() && !container.path("is_collapsible").asBoolean())
            errors.add(pointer + "/default_collapsed", "requires is_collapsible");
    }
}
