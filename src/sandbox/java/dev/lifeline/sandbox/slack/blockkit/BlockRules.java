package dev.lifeline.sandbox.slack.blockkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rules of each block type. A type that is not listed is refused as unknown. */
final class BlockRules {

    private static final Validator ACTION_ELEMENT = Validator.byType(ElementRules.actionElements());
    private static final Set<String> RICH_TEXT_ELEMENTS =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");

    private BlockRules() {}

    /** Returns the rules for one surface. */
    static Validator forSurface(Surface surface) {
        Map<String, Validator> rules = new HashMap<>(commonBlocks());
        rules.put("context_actions", contextActions());
        rules.put("video", video());
        rules.put("file", block().additionalAllowed());
        rules.putAll(RecentBlockRules.of(Map.copyOf(rules), ACTION_ELEMENT));
        if (surface == Surface.MODAL) rules.put("alert", RecentBlockRules.alert());
        return Validator.byType(rules);
    }

    private static Map<String, Validator> commonBlocks() {
        return Map.of(
                "section", section(),
                "header", block().required("text", Validator.plainTextObject(BlockKitLimits.MAX_HEADER_TEXT_CHARS)).allow("level"),
                "divider", block(),
                "image", withBlockId(ElementRules.image()).optional("title", Validator.plainTextObject(BlockKitLimits.MAX_ALT_TEXT_CHARS)),
                "context", block().required("elements", Validator.array(BlockKitLimits.MAX_CONTEXT_ELEMENTS, contextElement())),
                "actions", block().required("elements", Validator.array(BlockKitLimits.MAX_ACTIONS_ELEMENTS, ACTION_ELEMENT)),
                "input", input(),
                "rich_text", block().required("elements", Validator.array(Integer.MAX_VALUE, richTextElement())),
                "markdown", block().required("text", Validator.string(BlockKitLimits.MAX_MARKDOWN_SUM_CHARS)));
    }

    private static Validator section() {
        Map<String, Validator> accessoryRules = new HashMap<>(ElementRules.actionElements());
        accessoryRules.put("image", ElementRules.image());
        return block().requireAnyOf("text", "fields")
                .optional("text", Validator.textObject(BlockKitLimits.MAX_SECTION_TEXT_CHARS))
                .optional("fields", Validator.array(BlockKitLimits.MAX_SECTION_FIELDS, Validator.textObject(BlockKitLimits.MAX_FIELD_TEXT_CHARS)))
                .optional("accessory", Validator.byType(accessoryRules))
                .allow("expand");
    }

    private static Validator input() {
        return block().required("label", Validator.plainTextObject(BlockKitLimits.MAX_INPUT_LABEL_CHARS))
                .required("element", Validator.byType(ElementRules.inputElements()))
                .optional("hint", Validator.plainTextObject(BlockKitLimits.MAX_INPUT_LABEL_CHARS))
                .allow("optional", "dispatch_action");
    }

    private static Validator contextElement() {
        return Validator.byType(Map.of(
                "image", ElementRules.image(),
                "plain_text", Validator.plainTextObject(BlockKitLimits.MAX_CONTEXT_TEXT_CHARS),
                "mrkdwn", Validator.textObject(BlockKitLimits.MAX_CONTEXT_TEXT_CHARS)));
    }

    private static Validator richTextElement() {
        return new ObjectValidator()
                .required("type", Validator.oneOf(RICH_TEXT_ELEMENTS))
                .required("elements", Validator.ANY)
                .allow("style", "indent", "offset", "border");
    }

    private static Validator contextActions() {
        return block().required(
                        "elements",
                        Validator.array(BlockKitLimits.MAX_CONTEXT_ACTIONS_ELEMENTS, Validator.byType(ElementRules.contextActionElements())));
    }

    private static Validator video() {
        return block().additionalAllowed()
                .required("video_url", Validator.string(BlockKitLimits.MAX_URL_CHARS))
                .required("thumbnail_url", Validator.string(BlockKitLimits.MAX_URL_CHARS))
                .required("alt_text", Validator.string(BlockKitLimits.MAX_ALT_TEXT_CHARS))
                .required("title", Validator.plainTextObject(BlockKitLimits.MAX_VIDEO_TITLE_CHARS))
                .optional("author_name", Validator.string(BlockKitLimits.MAX_VIDEO_AUTHOR_CHARS));
    }

    static ObjectValidator block() {
        return withBlockId(new ObjectValidator());
    }

    private static ObjectValidator withBlockId(ObjectValidator objectValidator) {
        return objectValidator.optional("block_id", Validator.string(BlockKitLimits.MAX_ID_CHARS));
    }
}
