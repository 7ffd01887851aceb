package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes Bolt's request of a slash command that is parsed already. Bolt's own parser takes text only: printed and parsed once more, a command
 * costs as much as everything else until its acknowledgement.
 */
final class SlashCommandParser {

    private SlashCommandParser() {}

    /** @throws IllegalArgumentException when a field is no text */
    static SlashCommandRequest parse(JsonNode form) {
        SlashCommandPayload payload = new SlashCommandPayload();
        payload.setApiAppId(text(form, "api_app_id"));
        payload.setTeamId(text(form, "team_id"));
        payload.setEnterpriseId(text(form, "enterprise_id"));
        payload.setChannelId(text(form, "channel_id"));
        payload.setUserId(text(form, "user_id"));
        payload.setCommand(text(form, "command"));
        payload.setText(text(form, "text"));
        payload.setResponseUrl(text(form, "response_url"));
        payload.setTriggerId(text(form, "trigger_id"));
        SlashCommandRequest request = new SlashCommandRequest("", payload, new RequestHeaders(Map.of()));
        request.setSocketMode(true);
        return request;
    }

    private static @Nullable String text(JsonNode form, String field) {
        JsonNode value = form.path(field);
        if (value.isContainerNode()) throw new IllegalArgumentException("a field of a command is no text");
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
