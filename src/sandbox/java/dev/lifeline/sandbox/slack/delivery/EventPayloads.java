package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The payloads of the Events API, each in its {@code event_callback} wrapper. */
final class EventPayloads {

    private final Workspace workspace;
    private final AtomicLong eventCount = new AtomicLong();

    EventPayloads(Workspace workspace) {
        this.workspace = workspace;
    }

    ObjectNode appMention(Channel channel, Message message) {
        ObjectNode event = messageEvent("app_mention", channel, message);
        return eventCallback(event, channel.state().shared());
    }

    /** A message event; its {@code channel_type} is im, channel or group. */
    ObjectNode message(Channel channel, Message message) {
        ObjectNode event = messageEvent("message", channel, message).put("channel_type", channelType(channel));
        return eventCallback(event, channel.state().shared());
    }

    private static String channelType(Channel channel) {
        return switch (channel.type()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "group";
            case DIRECT_MESSAGE -> "im";
        };
    }

    /** A message of another company's user names their workspace in three places. */
    private ObjectNode messageEvent(String type, Channel channel, Message message) {
        ObjectNode event = new MessageJson(workspace).of(message);
        String team = event.path("team").asText();
        if (!team.isEmpty() && !team.equals(workspace.app().team().id()))
            event.put("user_team", team).put("source_team", team);
        return event.put("type", type)
                .put("channel", channel.id())
                .put("event_ts", message.ts());
    }

    ObjectNode appHomeOpened(User user, Channel directMessage, String tab) {
        ObjectNode event = Json.object(
                "type", "app_home_opened",
                "user", user.id(),
                "channel", directMessage.id(),
                "tab", tab,
                "view", workspace.views().homeView(user.id()).map(view -> view.toJson(workspace.app())),
                "event_ts", workspace.clock().nextTs());
        return eventCallback(event, false);
    }

    ObjectNode appUninstalled() {
        return eventCallback(minimalEvent("app_uninstalled"), false);
    }

    /** The revoked tokens are named by the user ids they stand for. */
    ObjectNode tokensRevoked() {
        ObjectNode event = minimalEvent("tokens_revoked");
        event.set(
                "tokens",
                Json.object(
                        "oauth",
                        Json.emptyArray(),
                        "bot",
                        List.of(workspace.app().ids().botUser())));
        return eventCallback(event, false);
    }

    /** The channel has another id from now on, because it was shared. */
    ObjectNode channelIdChanged(String oldId, Channel channel) {
        ObjectNode event = minimalEvent("channel_id_changed");
        event.put("old_channel_id", oldId).put("new_channel_id", channel.id());
        return eventCallback(event, channel.state().shared());
    }

    /** The notice of a limit has no event inside (https://docs.slack.dev/reference/events/app_rate_limited). */
    ObjectNode appRateLimited() {
        return Json.object(
                "token", workspace.app().credentials().verificationToken(),
                "type", "app_rate_limited",
                "team_id", workspace.app().team().id(),
                "minute_rate_limited", workspace.clock().epochSecond() / 60 * 60,
                "api_app_id", workspace.app().ids().app());
    }

    private ObjectNode minimalEvent(String type) {
        return Json.object("type", type, "event_ts", workspace.clock().nextTs());
    }

    private ObjectNode eventCallback(ObjectNode event, boolean shared) {
        InstalledApp app = workspace.app();
        Object enterprise = Json.orNull(app.enterprise().map(Enterprise::id));
        ObjectNode authorization = Json.object(
                "enterprise_id",
                enterprise,
                "team_id",
                app.team().id(),
                "user_id",
                app.ids().botUser(),
                "is_bot",
                true,
                "is_enterprise_install",
                app.isEnterpriseInstall());
        return Json.object(
                "token", app.credentials().verificationToken(),
                "team_id", event.path("user_team").asText(app.team().id()),
                "enterprise_id", app.enterprise().map(Enterprise::id),
                "api_app_id", app.ids().app(),
                "event", event,
                "type", "event_callback",
                "event_id", "Ev%010d".formatted(eventCount.incrementAndGet()),
                "event_time", workspace.clock().epochSecond(),
                "authorizations", List.of(authorization),
                "is_ext_shared_channel", shared,
                "event_context", "4-" + event.path("event_ts").asText(),
                "context_team_id", app.team().id(),
                "context_enterprise_id", enterprise);
    }

    static Optional<String> messageSubscription(Channel channel) {
        return Optional.of("message." + (channelType(channel).equals("channel") ? "channels" : subscriptionSuffix(channel)));
    }

    private static String subscriptionSuffix(Channel channel) {
        return channel.type() == Channel.Type.PRIVATE ? "groups" : "im";
    }
}
