package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Enterprise;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.MessageJson;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What is the app told when something happens that it subscribed to? Always inside the event_callback wrapper. */
final class EventPayloads {

    private final Workspace workspace;
    private final AtomicLong count = new AtomicLong();

    EventPayloads(Workspace workspace) {
        this.workspace = workspace;
    }

    ObjectNode mention(Channel channel, Message message) {
        ObjectNode event = said("app_mention", channel, message);
        return wrapped(event, channel.condition().shared());
    }

    /** A message event; the channel type is im, channel or group. */
    ObjectNode message(Channel channel, Message message) {
        ObjectNode event = said("message", channel, message).put("channel_type", channelType(channel));
        return wrapped(event, channel.condition().shared());
    }

    private static String channelType(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> "channel";
            case PRIVATE -> "group";
            case DIRECT -> "im";
        };
    }

    private ObjectNode said(String type, Channel channel, Message message) {
        ObjectNode event = new MessageJson(workspace).of(message);
        return event.put("type", type)
                .put("channel", channel.id())
                .put("event_ts", message.ts())
                .put(
                        "client_msg_id",
                        "00000000-0000-4000-8000-"
                                + message.ts().replace(".", "").substring(4));
    }

    ObjectNode homeOpened(Person person, Channel direct, String tab) {
        ObjectNode event = Json.object(
                "type", "app_home_opened",
                "user", person.id(),
                "channel", direct.id(),
                "tab", tab,
                "view", workspace.views().home(person.id()).map(view -> view.json(workspace.app())),
                "event_ts", workspace.clock().nextTs());
        return wrapped(event, false);
    }

    ObjectNode uninstalled() {
        return wrapped(lifeCycle("app_uninstalled"), false);
    }

    /** The tokens are told by the users they stand for. */
    ObjectNode tokensRevoked() {
        ObjectNode event = lifeCycle("tokens_revoked");
        event.set(
                "tokens",
                Json.object(
                        "oauth",
                        Json.nothing(),
                        "bot",
                        List.of(workspace.app().ids().botUser())));
        return wrapped(event, false);
    }

    /** The channel is known by another id from now on, because it is shared. */
    ObjectNode channelIdChanged(String oldId, Channel channel) {
        ObjectNode event = lifeCycle("channel_id_changed");
        event.put("old_channel_id", oldId).put("new_channel_id", channel.id());
        return wrapped(event, channel.condition().shared());
    }

    private ObjectNode lifeCycle(String type) {
        return Json.object("type", type, "event_ts", workspace.clock().nextTs());
    }

    private ObjectNode wrapped(ObjectNode event, boolean shared) {
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
                false);
        return Json.object(
                "token", app.credentials().verificationToken(),
                "team_id", app.team().id(),
                "api_app_id", app.ids().app(),
                "event", event,
                "type", "event_callback",
                "event_id", "Ev%010d".formatted(count.incrementAndGet()),
                "event_time", workspace.clock().epochSecond(),
                "authorizations", List.of(authorization),
                "authorized_users", List.of(app.ids().botUser()),
                "is_ext_shared_channel", shared,
                "event_context", "4-" + event.path("event_ts").asText(),
                "context_team_id", app.team().id(),
                "context_enterprise_id", enterprise);
    }

    static Optional<String> subscription(Channel channel) {
        return Optional.of("message." + (channelType(channel).equals("channel") ? "channels" : plural(channel)));
    }

    private static String plural(Channel channel) {
        return channel.kind() == Channel.Kind.PRIVATE ? "groups" : "im";
    }
}
