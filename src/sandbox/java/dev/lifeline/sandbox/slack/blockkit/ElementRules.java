package dev.lifeline.sandbox.slack.blockkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of block elements: buttons, selects, pickers, inputs, images. */
final class ElementRules {

    private static final Validator ID = Validator.string(BlockKitLimits.MAX_ID_CHARS);
    private static final Validator STYLE = Validator.oneOf(Set.of("primary", "danger"));
    private static final Validator DATE = Validator.matching("\\d{4}-\\d{2}-\\d{2}");
    private static final Validator TIME = Validator.matching("\\d{2}:\\d{2}");

    private static final String FOCUS_FIELD = "focus_on_load";
    private static final String DISPATCH_FIELD = "dispatch_action_config";
    private static final String[] CONVERSATION_FIELDS = {"default_to_current_conversation", "response_url_enabled", "filter"};

    private static final Validator CONFIRM_DIALOG = new ObjectValidator()
            .required("title", Validator.plainTextObject(BlockKitLimits.MAX_CONFIRM_TITLE_CHARS))
            .required("text", Validator.textObject(BlockKitLimits.MAX_CONFIRM_TEXT_CHARS))
            .required("confirm", Validator.plainTextObject(BlockKitLimits.MAX_CONFIRM_BUTTON_CHARS))
            .required("deny", Validator.plainTextObject(BlockKitLimits.MAX_CONFIRM_BUTTON_CHARS))
            .optional("style", STYLE);

    private static final Validator PLAIN_TEXT_OPTION = option(Validator.plainTextObject(BlockKitLimits.MAX_OPTION_TEXT_CHARS));
    private static final Validator OPTION = option(Validator.textObject(BlockKitLimits.MAX_OPTION_TEXT_CHARS));

    private static final Validator OPTION_GROUP = new ObjectValidator()
            .required("label", Validator.plainTextObject(BlockKitLimits.MAX_OPTION_TEXT_CHARS))
            .required("options", Validator.array(BlockKitLimits.MAX_OPTIONS, PLAIN_TEXT_OPTION));

    private ElementRules() {}

    private static Validator option(Validator text) {
        return new ObjectValidator()
                .required("text", text)
                .required("value", Validator.string(BlockKitLimits.MAX_OPTION_VALUE_CHARS))
                .optional("description", Validator.textObject(BlockKitLimits.MAX_OPTION_TEXT_CHARS))
                .optional("url", Validator.string(BlockKitLimits.MAX_URL_CHARS));
    }

    /** Returns the elements allowed in actions blocks and as a section's accessory. */
    static Map<String, Validator> actionElements() {
        Map<String, Validator> rules = new HashMap<>(sharedElements());
        rules.put("button", button());
        rules.put("overflow", actionElement().required("options", Validator.array(BlockKitLimits.MAX_OVERFLOW_OPTIONS, PLAIN_TEXT_OPTION)));
        rules.put(
                "workflow_button",
                actionElement().required("text", Validator.plainTextObject(BlockKitLimits.MAX_BUTTON_TEXT_CHARS)).additionalAllowed());
        return rules;
    }

    /** Returns the elements allowed in input blocks. */
    static Map<String, Validator> inputElements() {
        Map<String, Validator> rules = new HashMap<>(sharedElements());
        rules.put(
                "plain_text_input",
                focusableElement().optional("initial_value", Validator.stringOrEmpty(BlockKitLimits.MAX_INPUT_TEXT_CHARS))
                        .optional("min_length", Validator.integer(0, BlockKitLimits.MAX_INPUT_TEXT_CHARS))
                        .optional("max_length", Validator.integer(1, BlockKitLimits.MAX_INPUT_TEXT_CHARS))
                        .allow("multiline", DISPATCH_FIELD));
        rules.put(
                "number_input",
                focusableElement().required("is_decimal_allowed", Validator.ANY)
                        .allow("initial_value", "min_value", "max_value", DISPATCH_FIELD));
        for (String type : List.of("email_text_input", "url_text_input", "rich_text_input"))
            rules.put(type, focusableElement().allow("initial_value", DISPATCH_FIELD));
        rules.put("file_input", focusableElement().allow("filetypes").optional("max_files", Validator.integer(1, BlockKitLimits.MAX_INPUT_FILES)));
        return rules;
    }

    private static Map<String, Validator> sharedElements() {
        Map<String, Validator> rules = new HashMap<>();
        for (String prefix : List.of("", "multi_")) addSelects(rules, prefix);
        rules.put("checkboxes", optionList().allow("initial_options"));
        rules.put("radio_buttons", optionList().allow("initial_option"));
        rules.put("datepicker", focusableElement().optional("initial_date", DATE));
        rules.put("timepicker", focusableElement().optional("initial_time", TIME).allow("timezone"));
        rules.put("datetimepicker", actionElement().allow("initial_date_time", FOCUS_FIELD));
        return rules;
    }

    private static ObjectValidator optionList() {
        return actionElement().required("options", Validator.array(BlockKitLimits.MAX_BOX_OPTIONS, OPTION)).allow(FOCUS_FIELD);
    }

    private static void addSelects(Map<String, Validator> rules, String prefix) {
        String initialField = prefix.isEmpty() ? "initial_option" : "initial_options";
        rules.put(
                prefix + "static_select",
                select(prefix, initialField)
                        .requireAnyOf("options", "option_groups")
                        .optional("options", Validator.array(BlockKitLimits.MAX_OPTIONS, PLAIN_TEXT_OPTION))
                        .optional("option_groups", Validator.array(BlockKitLimits.MAX_OPTION_GROUPS, OPTION_GROUP)));
        rules.put(prefix + "external_select", select(prefix, initialField).optional("min_query_length", Validator.integer(0, BlockKitLimits.MAX_ID_CHARS)));
        for (String entities : List.of("users", "conversations", "channels")) {
            String initialSingle = "initial_" + entities.substring(0, entities.length() - 1);
            rules.put(
                    prefix + entities + "_select",
                    select(prefix, prefix.isEmpty() ? initialSingle : initialSingle + "s").allow(CONVERSATION_FIELDS));
        }
    }

    private static ObjectValidator select(String prefix, String initial) {
        ObjectValidator select = focusableElement().allow(initial);
        return prefix.isEmpty() ? select : select.allow("max_selected_items");
    }

    private static Validator button() {
        return actionElement().required("text", Validator.plainTextObject(BlockKitLimits.MAX_BUTTON_TEXT_CHARS))
                .optional("value", Validator.stringOrEmpty(BlockKitLimits.MAX_BUTTON_VALUE_CHARS))
                .optional("url", Validator.string(BlockKitLimits.MAX_URL_CHARS))
                .optional("style", STYLE)
                .optional("accessibility_label", Validator.string(BlockKitLimits.MAX_ACCESSIBILITY_LABEL_CHARS));
    }

    /** Returns the elements allowed in context_actions blocks. */
    static Map<String, Validator> contextActionElements() {
        Validator feedbackButton = feedbackButton();
        return Map.of(
                "icon_button",
                actionElement().required("icon", Validator.string(BlockKitLimits.MAX_ID_CHARS))
                        .required("text", Validator.plainTextObject(BlockKitLimits.MAX_BUTTON_TEXT_CHARS))
                        .optional("value", Validator.stringOrEmpty(BlockKitLimits.MAX_BUTTON_VALUE_CHARS))
                        .optional("accessibility_label", Validator.string(BlockKitLimits.MAX_ACCESSIBILITY_LABEL_CHARS))
                        .allow("visible_to_user_ids"),
                "feedback_buttons",
                actionElement().required("positive_button", feedbackButton).required("negative_button", feedbackButton));
    }

    private static Validator feedbackButton() {
        return new ObjectValidator()
                .required("text", Validator.plainTextObject(BlockKitLimits.MAX_BUTTON_TEXT_CHARS))
                .required("value", Validator.stringOrEmpty(BlockKitLimits.MAX_BUTTON_VALUE_CHARS))
                .optional("accessibility_label", Validator.string(BlockKitLimits.MAX_ACCESSIBILITY_LABEL_CHARS));
    }

    private static ObjectValidator actionElement() {
        return new ObjectValidator().optional("action_id", ID).optional("confirm", CONFIRM_DIALOG);
    }

    private static ObjectValidator focusableElement() {
        return actionElement().optional("placeholder", Validator.plainTextObject(BlockKitLimits.MAX_PLACEHOLDER_CHARS)).allow(FOCUS_FIELD);
    }

    static ObjectValidator image() {
        return new ObjectValidator()
                .required("alt_text", Validator.string(BlockKitLimits.MAX_ALT_TEXT_CHARS))
                .requireAnyOf("image_url", "slack_file")
                .optional("image_url", Validator.string(BlockKitLimits.MAX_URL_CHARS));
    }
}
