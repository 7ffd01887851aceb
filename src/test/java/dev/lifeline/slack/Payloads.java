package dev.lifeline.slack;

import java.util.List;

/** Payloads in Slack's shapes (src/docs/platform/slack.md, section What the fake must speak). */
final class Payloads {

    static String command(String text, String trigger) {
        return command(text, trigger, "/rescue");
    }

    static String command(String text, String trigger, String command) {
        return """
                {"command":"%s","text":"%s","team_id":"T1OURS","team_domain":"ours","channel_id":"C1",
                 "channel_name":"incident-42","user_id":"U1","user_name":"asha","api_app_id":"A0APP",
                 "response_url":"https://hooks.slack.com/commands/1","trigger_id":"%s","token":"x",
                 "is_enterprise_install":"false"}""".formatted(command, text, trigger);
    }

    static String buttonClick(String action, String value) {
        return blockActions(
                "[" + buttonAction(action, value) + "]", "https://hooks.slack.com/actions/1", "T1OURS", "A0APP");
    }

    static String twoButtonClicks(String one, String two) {
        String actions = "[" + buttonAction(one, "v") + "," + buttonAction(two, "v") + "]";
        return blockActions(actions, "https://hooks.slack.com/actions/1", "T1OURS", "A0APP");
    }

    static String buttonClickWithResponseUrl(String url) {
        return blockActions("[" + buttonAction("rescue.confirm", "v") + "]", url, "T1OURS", "A0APP");
    }

    private static String buttonAction(String action, String value) {
        return """
                {"type":"button","action_id":"%s","block_id":"b","value":"%s","action_ts":"1700000001.1",
                 "text":{"type":"plain_text","text":"Yes","emoji":false}}""".formatted(action, value);
    }

    private static String blockActions(String actions, String url, String team, String app) {
        return """
                {"type":"block_actions","user":{"id":"U1","team_id":"T1OURS"},"team":{"id":"%s","domain":"ours"},
                 "api_app_id":"%s","channel":{"id":"C1","name":"incident-42"},"trigger_id":"t1","response_url":"%s",
                 "container":{"type":"message","message_ts":"1700000000.000001","channel_id":"C1","is_ephemeral":false},
                 "message":{"type":"message","ts":"1700000000.000001","text":"x"},"actions":%s}""".formatted(team, app, url, actions);
    }

    static String messageShortcut(String callback) {
        return """
                {"type":"message_action","callback_id":"%s","trigger_id":"t1","action_ts":"1700000001.1",
                 "message_ts":"1700000000.000001","team":{"id":"T1OURS"},"user":{"id":"U1","team_id":"T1OURS"},
                 "channel":{"id":"C1"},"response_url":"https://hooks.slack.com/app/1",
                 "message":{"type":"message","text":"CPU is high on web-07","ts":"1700000000.000001"}}""".formatted(callback);
    }

    /** What {@code users.info} returns about a user of a team. */
    static String userInfo(String user, String team) {
        return """
                {"ok":true,"user":{"id":"%s","team_id":"%s","name":"ann","locale":"en-US","profile":{}}}""".formatted(user, team);
    }

    static String viewSubmission() {
        return """
                {"type":"view_submission","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP",
                 "trigger_id":"t1","view":{"id":"V1","type":"modal","callback_id":"any","hash":"1.h",
                 "state":{"values":{}},"blocks":[]}}""";
    }

    static String deviceFormSubmission(String name) {
        return """
                {"type":"view_submission","team":{"id":"T1OURS"},"user":{"id":"U1"},"api_app_id":"A0APP",
                 "trigger_id":"t1","view":{"id":"V1","type":"modal","callback_id":"rescue_device","hash":"1.h",
                 "private_metadata":"{\\"channel_id\\":\\"C1\\",\\"response_url\\":\\"https://hooks.slack.com/app/1\\"}",
                 "state":{"values":{"device":{"device_name":{"type":"plain_text_input","value":"%s"}}}},
                 "blocks":[]}}""".formatted(name);
    }

    static String mention(String id, String text) {
        return event(
                id,
                "{\"type\":\"app_mention\",\"user\":\"U1\",\"text\":\"" + text + "\",\"ts\":\"1700000000."
                        + Math.abs(id.hashCode()) + "\",\"channel\":\"C1\",\"event_ts\":\"1.1\"}");
    }

    static String botMention(String id, String text) {
        return event(
                id,
                "{\"type\":\"app_mention\",\"user\":\"U2\",\"bot_id\":\"B9\",\"text\":\"" + text
                        + "\",\"ts\":\"1.1\",\"channel\":\"C1\",\"event_ts\":\"1.1\"}");
    }

    static String appHomeOpened() {
        return event(
                "Ev5",
                "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"messages\",\"event_ts\":\"1.1\"}");
    }

    static String event(String type) {
        return event("Ev6", "{\"type\":\"" + type + "\"}");
    }

    private static String event(String id, String event) {
        return """
                {"type":"event_callback","token":"x","team_id":"T1OURS","api_app_id":"A0APP","event":%s,
                 "event_id":"%s","event_time":1700000000,"authorizations":[]}""".formatted(event, id);
    }

    static List<String> fromOtherWorkspacesOrApps(String url) {
        String click = "[" + buttonAction("rescue.confirm", "v") + "]";
        return List.of(
                command("web-07", "t1").replace("T1OURS", "T2THEIRS"),
                command("web-07", "t1").replace("A0APP", "A9OTHER"),
                blockActions(click, url, "T2THEIRS", "A0APP"),
                blockActions(click, url, "T1OURS", "A9OTHER"),
                messageShortcut("rescue_from_message")
                        .replace("T1OURS", "T2THEIRS")
                        .replace("https://hooks.slack.com/app/1", url),
                mention("Ev1", "<@U0BOT> web-07").replace("T1OURS", "T2THEIRS"),
                mention("Ev1", "<@U0BOT> web-07").replace("A0APP", "A9OTHER"));
    }
}
