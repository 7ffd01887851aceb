package dev.lifeline.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A valid call of each method, and the states in which it is refused. */
final class MethodExamples {

    /** Every scope that a method of the fake needs. */
    static final List<String> SCOPES = List.of(
            "bookmarks:write",
            "canvases:write",
            "channels:history",
            "channels:join",
            "channels:manage",
            "channels:read",
            "chat:write",
            "commands",
            "files:write",
            "groups:history",
            "groups:read",
            "groups:write",
            "im:history",
            "im:read",
            "im:write",
            "links:write",
            "mpim:history",
            "mpim:read",
            "mpim:write",
            "pins:write",
            "reactions:write",
            "team:read",
            "usergroups:read",
            "users:read",
            "users:read.email");

    private static final String BLOCKS = "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"up\"}}]";
    private static final String MODAL = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Rescue\"},"
            + "\"submit\":{\"type\":\"plain_text\",\"text\":\"Go\"},\"close\":{\"type\":\"plain_text\",\"text\":\"No\"},\"blocks\":"
            + BLOCKS + "}";
    private static final String HOME = "{\"type\":\"home\",\"blocks\":" + BLOCKS + "}";
    private static final String CHANNEL = FakeSlackTestBase.INCIDENT_CHANNEL;

    private final MethodSurvey survey;
    private final Map<String, Map<String, String>> examples = new LinkedHashMap<>();

    MethodExamples(MethodSurvey survey) {
        this.survey = survey;
        survey.grant(SCOPES);
        posting();
        channels();
        usersAndViews();
        sharing();
    }

    private void sharing() {
        add("chat.scheduleMessage", "channel", CHANNEL, "text", "later", "post_at", "$soon");
        add("chat.unfurl", "channel", CHANNEL, "ts", "$ts", "unfurls", "{\"up\":{\"text\":\"a link\"}}");
        add("conversations.create", "name", "$name");
        add("conversations.invite", "channel", "$channel", "users", "U0ASHA");
        add("pins.add", "channel", CHANNEL, "timestamp", "$ts");
        add(
                "bookmarks.add",
                "channel_id",
                CHANNEL,
                "title",
                "Runbook",
                "type",
                "link",
                "link",
                "https://example.com/runbook");
        add(
                "canvases.create",
                "channel_id",
                CHANNEL,
                "title",
                "Rescue",
                "document_content",
                "{\"type\":\"markdown\",\"markdown\":\"# Rescue\"}");
        add("files.getUploadURLExternal", "length", "3", "filename", "log.txt");
        add("files.completeUploadExternal", "files", "$files", "channel_id", CHANNEL);
        add("users.getPresence", "user", "U0ASHA");
        add(
                "oauth.v2.access",
                "client_id",
                "1000000000.1000000000",
                "client_secret",
                "sandbox-lifeline-client-secret",
                "code",
                "sandbox-lifeline-code");
    }

    private void posting() {
        add(
                "chat.postMessage",
                "channel",
                CHANNEL,
                "text",
                "up",
                "thread_ts",
                "$ts",
                "blocks",
                BLOCKS,
                "reply_broadcast",
                "true",
                "metadata",
                "{\"event_type\":\"rescue\",\"event_payload\":{\"id\":\"1\"}}");
        add("chat.postEphemeral", "channel", CHANNEL, "user", "U0ASHA", "text", "up");
        add("chat.update", "channel", CHANNEL, "ts", "$ts", "text", "down", "blocks", BLOCKS);
        add("chat.delete", "channel", CHANNEL, "ts", "$ts");
        add("chat.getPermalink", "channel", CHANNEL, "message_ts", "$ts");
        add(
                "chat.startStream",
                "channel",
                CHANNEL,
                "thread_ts",
                "$ts",
                "recipient_user_id",
                "U0ASHA",
                "recipient_team_id",
                "T0LIFELINE");
        add("chat.appendStream", "channel", CHANNEL, "ts", "$stream", "markdown_text", "up");
        add("chat.stopStream", "channel", CHANNEL, "ts", "$stream");
        add("reactions.add", "channel", CHANNEL, "timestamp", "$ts", "name", "eyes");
        add("reactions.remove", "channel", CHANNEL, "timestamp", "$reacted", "name", "eyes");
    }

    private void channels() {
        add("conversations.info", "channel", CHANNEL, "include_locale", "true", "include_num_members", "true");
        add("conversations.list", "limit", "2", "types", "public_channel,private_channel,im");
        add("users.conversations", "limit", "2");
        add("conversations.members", "channel", CHANNEL, "limit", "2");
        add("conversations.join", "channel", "C0RANDOM");
        add("conversations.open", "users", "U0ASHA", "return_im", "true");
        add("conversations.history", "channel", "$channel_with_thread", "limit", "2", "include_all_metadata", "true");
        add("conversations.replies", "channel", CHANNEL, "ts", "$thread", "include_all_metadata", "true");
    }

    private void usersAndViews() {
        add("api.test");
        add("auth.test");
        add("apps.connections.open");
        add("blocks.validate", "blocks", BLOCKS);
        add("bots.info", "bot", "B0LIFELINE");
        add("team.info");
        add("users.info", "user", "U0ASHA", "include_locale", "true");
        add("users.list", "limit", "2", "include_locale", "true");
        add("users.lookupByEmail", "email", "asha@example.com");
        add("usergroups.list", "include_users", "true");
        add("usergroups.users.list", "usergroup", "S0ONCALL01");
        add("views.open", "trigger_id", "$trigger", "view", MODAL);
        add("views.push", "trigger_id", "$trigger_with_modal", "view", MODAL);
        add("views.update", "view_id", "$view", "view", MODAL);
        add("views.publish", "user_id", "U0ASHA", "view", HOME);
    }

    private void add(String method, String... fields) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) arguments.put(fields[i], fields[i + 1]);
        examples.put(method, arguments);
    }

    TreeSet<String> methods() {
        return new TreeSet<>(examples.keySet());
    }

    /** Calls the method as documented and wrongly, by a wrong token, and in a channel that is archived. */
    void survey(String method) {
        Map<String, String> valid = examples.get(method);
        if (valid == null) throw new IllegalStateException("no example of " + method);
        survey.survey(method, valid);
        survey.surveyRefusals(method, valid);
    }
}
