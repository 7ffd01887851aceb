package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.ResponseTarget;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Elements;
import dev.lifeline.sandbox.slack.workspace.Enterprise;
import dev.lifeline.sandbox.slack.workspace.StateValues;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Team;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The payloads of interactivity: clicks, submissions, closed views, type-ahead and shortcuts (src/docs/platform/slack.md,
 * section What the fake must speak).
 */
final class InteractionPayloads {

    /** What an action repeats of its element. */
    private static final List<String> ELEMENT_FIELDS = List.of(
            "text",
            "value",
            "style",
            "url",
            "placeholder",
            "confirm",
            "initial_option",
            "initial_date",
            "initial_time",
            "initial_user",
            "initial_conversation",
            "initial_channel",
            "min_query_length");

    private final Workspace workspace;
    private final TriggerIds triggerIds;
    private final ResponseUrls responseUrls;

    InteractionPayloads(Workspace workspace, TriggerIds triggerIds, ResponseUrls responseUrls) {
        this.workspace = workspace;
        this.triggerIds = triggerIds;
        this.responseUrls = responseUrls;
    }

    /**
     * A click or choice.
     *
     * @param values the values of the message's or view's elements at that moment
     */
    ObjectNode blockActions(User user, InteractionContainer container, ObjectNode action, ObjectNode values) {
        ObjectNode payload = withTriggerId("block_actions", user);
        payload.setAll(containerFields(container));
        container.match(on -> payload.put("response_url", responseUrl(user, on)), in -> payload);
        payload.set("state", Json.object("values", values));
        payload.set("actions", Json.array(List.of(action)));
        return payload;
    }

    /**
     * A submission. The payload of an app that is installed for a whole organisation names no workspace; that of a user of another company
     * names theirs, and the view the one in which the app is installed.
     */
    ObjectNode viewSubmission(User user, View view) {
        ObjectNode payload = withTriggerId("view_submission", user);
        if (workspace.app().isEnterpriseInstall()) payload.putNull("team");
        else if (workspace.isExternal(user))
            payload.set("team", Json.object("id", user.membership().teamId(), "domain", "partner"));
        return payload.setAll(
                Json.object("view", view.toJson(workspace.app()), "response_urls", Json.emptyArray()));
    }

    ObjectNode viewClosed(User user, View view, boolean cleared) {
        return commonFields("view_closed", user)
                .setAll(Json.object("view", view.toJson(workspace.app()), "is_cleared", cleared));
    }

    ObjectNode blockSuggestion(User user, InteractionContainer container, Elements.BlockElement element, String query) {
        ObjectNode payload = commonFields("block_suggestion", user);
        payload.put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("value", query);
        return payload.setAll(containerFields(container));
    }

    ObjectNode messageShortcut(User user, String callbackId, Channel channel, Message message) {
        ObjectNode payload = withTriggerId("message_action", user);
        payload.remove("api_app_id");
        payload.put("callback_id", callbackId)
                .put("message_ts", message.ts())
                .put("action_ts", workspace.clock().nextTs());
        ResponseTarget responseTarget = new ResponseTarget(user.id(), channel.id(), Optional.empty());
        payload.put("response_url", responseUrls.issue("app", team().id(), responseTarget));
        payload.set("channel", channel(channel));
        payload.set("message", new MessageJson(workspace).of(message));
        return payload;
    }

    ObjectNode globalShortcut(User user, String callbackId) {
        ObjectNode payload = withTriggerId("shortcut", user)
                .put("callback_id", callbackId)
                .put("action_ts", workspace.clock().nextTs());
        payload.remove("api_app_id");
        return payload;
    }

    private ObjectNode withTriggerId(String type, User user) {
        return commonFields(type, user).put("trigger_id", triggerIds.issue(user.id()));
    }

    private ObjectNode commonFields(String type, User person) {
        InstalledApp app = workspace.app();
        return Json.object(
                "type", type,
                "team", teamJson(app),
                "user", user(person),
                "api_app_id", app.ids().app(),
                "token", app.credentials().verificationToken(),
                "enterprise", Json.orNull(app.enterprise().map(Enterprise::toJson)),
                "is_enterprise_install", app.isEnterpriseInstall());
    }

    private static ObjectNode teamJson(InstalledApp app) {
        return Json.object(
                "id", app.team().id(),
                "domain", app.team().domain(),
                "enterprise_id", app.enterprise().map(Enterprise::id),
                "enterprise_name", app.enterprise().map(Enterprise::name));
    }

    private static ObjectNode user(User user) {
        return Json.object(
                "id", user.id(),
                "username", user.handle(),
                "name", user.handle(),
                "team_id", user.membership().teamId());
    }

    private ObjectNode containerFields(InteractionContainer container) {
        return container.match(
                this::messageContainer,
                in -> Json.object(
                        "container",
                                Json.object("type", "view", "view_id", in.view().id()),
                        "view", in.view().toJson(workspace.app())));
    }

    /** Slack does not keep ephemeral messages, so their payload has the location only. */
    private ObjectNode messageContainer(InteractionContainer.OnMessage on) {
        Message message = on.message();
        ObjectNode containerJson = Json.object(
                "type", "message",
                "message_ts", message.ts(),
                "channel_id", on.channel().id(),
                "is_ephemeral", message.isEphemeral(),
                "thread_ts", message.location().threadTs());
        ObjectNode fields = Json.object("container", containerJson, "channel", channel(on.channel()));
        if (!message.isEphemeral()) fields.set("message", new MessageJson(workspace).of(message));
        return fields;
    }

    private static ObjectNode channel(Channel channel) {
        return Json.object("id", channel.id(), "name", payloadName(channel));
    }

    /** Returns the channel name for payloads, which do not reveal the names of private channels. */
    static String payloadName(Channel channel) {
        return switch (channel.type()) {
            case PUBLIC -> channel.name();
            case PRIVATE -> "privategroup";
            case DIRECT_MESSAGE -> "directmessage";
        };
    }

    private String responseUrl(User user, InteractionContainer.OnMessage on) {
        ResponseTarget responseTarget = new ResponseTarget(
                user.id(), on.channel().id(), Optional.of(on.message().ts()));
        return responseUrls.issue("actions", team().id(), responseTarget);
    }

    private Team team() {
        return workspace.app().team();
    }

    /** The action of a clicked or filled element. */
    ObjectNode action(Elements.BlockElement blockElement, JsonNode value) {
        JsonNode element = blockElement.element();
        ObjectNode action =
                Json.object("type", blockElement.type(), "action_id", blockElement.actionId(), "block_id", blockElement.blockId());
        for (String field : ELEMENT_FIELDS) {
            Optional.ofNullable(element.get(field))
                    .filter(any -> !blockElement.isInput())
                    .ifPresent(present -> action.set(field, present));
        }
        if (!blockElement.type().equals("button")) action.set(StateValues.valueField(blockElement.type()), value);
        return action.put("action_ts", workspace.clock().nextTs());
    }
}
