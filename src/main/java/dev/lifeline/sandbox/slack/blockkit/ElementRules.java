package dev.lifeline.sandbox.slack.blockkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must the elements of blocks look like: buttons, selects, pickers, inputs, images? */
final class ElementRules {

    private static final Check ID = Check.string(Limits.ID);
    private static final Check STYLE = Check.oneOf(Set.of("primary", "danger"));
    private static final Check DATE = Check.like("\\d{4}-\\d{2}-\\d{2}");
    private static final Check TIME = Check.like("\\d{2}:\\d{2}");

    private static final String FOCUS = "focus_on_load";
    private static final String DISPATCH = "dispatch_action_config";
    private static final String[] CONVERSATIONS = {"default_to_current_conversation", "response_url_enabled", "filter"};

    private static final Check CONFIRM = new Shape()
            .must("title", Check.plain(Limits.CONFIRM_TITLE))
            .must("text", Check.text(Limits.CONFIRM_TEXT))
            .must("confirm", Check.plain(Limits.CONFIRM_BUTTON))
            .must("deny", Check.plain(Limits.CONFIRM_BUTTON))
            .may("style", STYLE);

    private static final Check PLAIN_OPTION = option(Check.plain(Limits.OPTION_TEXT));
    private static final Check OPTION = option(Check.text(Limits.OPTION_TEXT));

    private static final Check OPTION_GROUP = new Shape()
            .must("label", Check.plain(Limits.OPTION_TEXT))
            .must("options", Check.list(Limits.OPTIONS, PLAIN_OPTION));

    private ElementRules() {}

    private static Check option(Check text) {
        return new Shape()
                .must("text", text)
                .must("value", Check.string(Limits.OPTION_VALUE))
                .may("description", Check.text(Limits.OPTION_TEXT))
                .may("url", Check.string(Limits.URL));
    }

    /** What can be pressed or chosen at once: in actions blocks and beside sections. */
    static Map<String, Check> pressed() {
        Map<String, Check> rules = new HashMap<>(chosen());
        rules.put("button", button());
        rules.put("overflow", acting().must("options", Check.list(Limits.OVERFLOW_OPTIONS, PLAIN_OPTION)));
        rules.put(
                "workflow_button",
                acting().must("text", Check.plain(Limits.BUTTON_TEXT)).open());
        return rules;
    }

    /** What can be the field of a form. */
    static Map<String, Check> filled() {
        Map<String, Check> rules = new HashMap<>(chosen());
        rules.put(
                "plain_text_input",
                field().may("initial_value", Check.maybeEmpty(Limits.INPUT_TEXT))
                        .may("min_length", Check.number(0, Limits.INPUT_TEXT))
                        .may("max_length", Check.number(1, Limits.INPUT_TEXT))
                        .with("multiline", DISPATCH));
        rules.put(
                "number_input",
                field().must("is_decimal_allowed", Check.ANYTHING)
                        .with("initial_value", "min_value", "max_value", DISPATCH));
        for (String type : List.of("email_text_input", "url_text_input", "rich_text_input"))
            rules.put(type, field().with("initial_value", DISPATCH));
        rules.put("file_input", field().with("filetypes", "max_files"));
        return rules;
    }

    private static Map<String, Check> chosen() {
        Map<String, Check> rules = new HashMap<>();
        for (String many : List.of("", "multi_")) selects(rules, many);
        rules.put("checkboxes", boxes().with("initial_options"));
        rules.put("radio_buttons", boxes().with("initial_option"));
        rules.put("datepicker", field().may("initial_date", DATE));
        rules.put("timepicker", field().may("initial_time", TIME).with("timezone"));
        rules.put("datetimepicker", acting().with("initial_date_time", FOCUS));
        return rules;
    }

    private static Shape boxes() {
        return acting().must("options", Check.list(Limits.BOX_OPTIONS, OPTION)).with(FOCUS);
    }

    private static void selects(Map<String, Check> rules, String many) {
        String own = many.isEmpty() ? "initial_option" : "initial_options";
        rules.put(
                many + "static_select",
                select(many, own)
                        .either("options", "option_groups")
                        .may("options", Check.list(Limits.OPTIONS, PLAIN_OPTION))
                        .may("option_groups", Check.list(Limits.OPTION_GROUPS, OPTION_GROUP)));
        rules.put(many + "external_select", select(many, own).may("min_query_length", Check.number(0, Limits.ID)));
        for (String kind : List.of("users", "conversations", "channels")) {
            String one = "initial_" + kind.substring(0, kind.length() - 1);
            rules.put(
                    many + kind + "_select",
                    select(many, many.isEmpty() ? one : one + "s").with(CONVERSATIONS));
        }
    }

    private static Shape select(String many, String initial) {
        Shape select = field().with(initial);
        return many.isEmpty() ? select : select.with("max_selected_items");
    }

    private static Check button() {
        return acting().must("text", Check.plain(Limits.BUTTON_TEXT))
                .may("value", Check.maybeEmpty(Limits.BUTTON_VALUE))
                .may("url", Check.string(Limits.URL))
                .may("style", STYLE)
                .may("accessibility_label", Check.string(Limits.ACCESSIBILITY_LABEL));
    }

    private static Shape acting() {
        return new Shape().may("action_id", ID).may("confirm", CONFIRM);
    }

    private static Shape field() {
        return acting().may("placeholder", Check.plain(Limits.PLACEHOLDER)).with(FOCUS);
    }

    static Shape image() {
        return new Shape()
                .must("alt_text", Check.string(Limits.ALT_TEXT))
                .either("image_url", "slack_file")
                .may("image_url", Check.string(Limits.URL));
    }
}
