package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One valid payload of every kind that Slack sends, each with a text of its own (src/docs/platform/slack.md, section What the fake must
 * speak).
 */
public final class SamplePayloads {

    /** A text that users typed; it must not appear in a log. */
    public static final String USER_TEXT_CANARY = "canary-07";

    private final Map<String, String> all = new LinkedHashMap<>();

    public SamplePayloads(String replyAddress) {
        add("slash command", """
                {"command":"/rescue","text":"%s","team_id":"T1OURS","channel_id":"C1","user_id":"U1","api_app_id":"A0APP",
                 "response_url":"REPLY","trigger_id":"t.TURN"}""", replyAddress);
        add("block_actions", """
                {"type":"block_actions","user":{"id":"U1","team_id":"T1OURS"},"team":{"id":"T1OURS"},"api_app_id":"A0APP",
                 "channel":{"id":"C1"},"trigger_id":"t.TURN","response_url":"REPLY",
                 "container":{"type":"message","message_ts":"1.1","channel_id":"C1"},
                 "message":{"type":"message","ts":"1.1","text":"%1$s"},"actions":[{"type":"button",
                 "action_id":"rescue.confirm","block_id":"b","value":"%1$s","action_ts":"2.1"}]}""", replyAddress);
        add("view_submission", """
                {"type":"view_submission","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP","trigger_id":"t.TURN",
                 "view":{"id":"VTURN","type":"modal","callback_id":"rescue_device","hash":"1.h","blocks":[],
                 "private_metadata":"{\\"channel_id\\":\\"C1\\"}",
                 "state":{"values":{"device":{"device_name":{"type":"plain_text_input","value":"%s"}}}}}}""", replyAddress);
        add("view_closed", """
                {"type":"view_closed","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP","is_cleared":false,
                 "view":{"id":"VTURN","type":"modal","callback_id":"rescue_device","private_metadata":"%s","blocks":[]}}""", replyAddress);
        add("block_suggestion", """
                {"type":"block_suggestion","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP",
                 "action_id":"device","block_id":"bTURN","value":"%s"}""", replyAddress);
        add("message_action", """
                {"type":"message_action","callback_id":"rescue_from_message","trigger_id":"t.TURN","action_ts":"1.1",
                 "message_ts":"1.1","team":{"id":"T1OURS"},"user":{"id":"U1"},"channel":{"id":"C1"},"api_app_id":"A0APP",
                 "response_url":"REPLY","message":{"type":"message","text":"%s","ts":"1.1"}}""", replyAddress);
        add("app_mention", """
                {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"EvTURN","event":
                 {"type":"app_mention","user":"U1","channel":"C1","ts":"TURN.1","text":"<@U0BOT> %s","event_ts":"1.1"}}""", replyAddress);
        add("app_home_opened", """
                {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"EvTURN","event":
                 {"type":"app_home_opened","user":"U1","channel":"D1","tab":"%s","event_ts":"1.1"}}""", replyAddress);
        add("app_uninstalled", """
                {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"EvTURN","event":
                 {"type":"app_uninstalled","event_ts":"%s"}}""", replyAddress);
        add("tokens_revoked", """
                {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"EvTURN","event":
                 {"type":"tokens_revoked","tokens":{"bot":["%s"]}}}""", replyAddress);
        add("channel_id_changed", """
                {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"EvTURN","event":
                 {"type":"channel_id_changed","old_channel_id":"G0OLD","new_channel_id":"C0NEW","event_ts":"%s"}}""", replyAddress);
    }

    private void add(String kind, String template, String replyAddress) {
        all.put(kind, template.formatted(USER_TEXT_CANARY).replace("REPLY", replyAddress));
    }

    public Map<String, String> all() {
        return all;
    }

    /** The payload with ids that no other has. */
    public static String withFreshIds(String payload, int number) {
        return payload.replace("TURN", Integer.toString(number));
    }

    /** The request body that Slack posts: commands as a form, events as JSON, all else as JSON in a form. */
    public static String requestBody(String payload) {
        JsonNode read = StubSlack.parseJson(payload);
        if (read.has("event")) return payload;
        if (!read.has("command")) return "payload=" + urlEncoded(payload);
        StringBuilder form = new StringBuilder();
        read.properties()
                .forEach(field -> form.append(form.isEmpty() ? "" : "&")
                        .append(field.getKey())
                        .append('=')
                        .append(urlEncoded(
                                field.getValue().isValueNode()
                                        ? field.getValue().asText()
                                        : field.getValue().toString())));
        return form.toString();
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
