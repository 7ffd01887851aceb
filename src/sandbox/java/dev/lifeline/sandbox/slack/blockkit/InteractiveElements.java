package dev.lifeline.sandbox.slack.blockkit;

import java.util.Set;

/** The element types that a user can click or fill in; each has an {@code action_id}. */
final class InteractiveElements {

    private static final Set<String> TYPES = Set.of(
            "button",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "overflow",
            "checkboxes",
            "radio_buttons",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "plain_text_input",
            "number_input",
            "email_text_input",
            "url_text_input",
            "rich_text_input",
            "file_input",
            "icon_button",
            "feedback_buttons",
            "workflow_button");

    private InteractiveElements() {}

    static boolean contains(String type) {
        return TYPES.contains(type);
    }
}
