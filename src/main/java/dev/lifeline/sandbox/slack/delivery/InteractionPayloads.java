package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.Occasion;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Elements;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.MessageJson;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Team;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;

/** What is the app told when a person presses, submits, closes, types ahead or uses a shortcut (slack.md 3.3)? */
final class InteractionPayloads {

    private final Workspace workspace;
    private final Triggers triggers;
    private final ResponseUrls urls;

    InteractionPayloads(Workspace workspace, Triggers triggers, ResponseUrls urls) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.urls = urls;
    }

    /** A press. The values are those of the message's or view's elements at that moment. */
    ObjectNode blockActions(Person person, Origin origin, ObjectNode action, ObjectNode values) {
        ObjectNode payload = triggered("block_actions", person);
        payload.setAll(place(origin));
        origin.fold(on -> payload.put("response_url", responseUrl(person, on)), in -> payload);
        payload.set("state", Json.object("values", values));
        payload.set("actions", Json.array(List.of(action)));
        return payload;
    }

    ObjectNode viewSubmission(Person person, View view) {
        return triggered("view_submission", person)
                .setAll(Json.object("view", view.json(workspace.app()), "response_urls", Json.nothing()));
    }

    ObjectNode viewClosed(Person person, View view, boolean cleared) {
        return common("view_closed", person)
                .setAll(Json.object("view", view.json(workspace.app()), "is_cleared", cleared));
    }

    ObjectNode suggestion(Person person, Origin origin, Elements.Placed element, String query) {
        ObjectNode payload = common("block_suggestion", person);
        payload.put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("value", query);
        return payload.setAll(place(origin));
    }

    ObjectNode messageShortcut(Person person, String callbackId, Channel channel, Message message) {
        ObjectNode payload = triggered("message_action", person);
        payload.put("callback_id", callbackId)
                .put("message_ts", message.ts())
                .put("action_ts", workspace.clock().nextTs());
        Occasion occasion = new Occasion(person.id(), channel.id(), Optional.empty());
        payload.put("response_url", urls.issue("app", team().id(), occasion));
        payload.set("channel", channel(channel));
        payload.set("message", new MessageJson(workspace).of(message));
        return payload;
    }

    ObjectNode globalShortcut(Person person, String callbackId) {
        return triggered("shortcut", person)
                .put("callback_id", callbackId)
                .put("action_ts", workspace.clock().nextTs());
    }

    private ObjectNode triggered(String type, Person person) {
        return common(type, person).put("trigger_id", triggers.issue(person.id()));
    }

    private ObjectNode common(String type, Person person) {
        InstalledApp app = workspace.app();
        return Json.object(
                "type", type,
                "team", Json.object("id", app.team().id(), "domain", app.team().domain()),
                "user", user(person),
                "api_app_id", app.ids().app(),
                "token", app.credentials().verificationToken(),
                "enterprise", Json.orNull(app.enterprise()),
                "authorized_users", List.of(app.ids().botUser()),
                "is_enterprise_install", false);
    }

    private static ObjectNode user(Person person) {
        return Json.object(
                "id", person.id(),
                "username", person.handle(),
                "name", person.handle(),
                "team_id", person.standing().teamId());
    }

    private ObjectNode place(Origin origin) {
        return origin.fold(
                this::onMessage,
                in -> Json.object(
                        "container",
                                Json.object("type", "view", "view_id", in.view().id()),
                        "view", in.view().json(workspace.app())));
    }

    /** Ephemeral messages are not kept by Slack, so the payload has their place only. */
    private ObjectNode onMessage(Origin.OnMessage on) {
        Message message = on.message();
        ObjectNode container = Json.object(
                "type", "message",
                "message_ts", message.ts(),
                "channel_id", on.channel().id(),
                "is_ephemeral", message.ephemeral(),
                "thread_ts", message.place().thread());
        ObjectNode place = Json.object("container", container, "channel", channel(on.channel()));
        if (!message.ephemeral()) place.set("message", new MessageJson(workspace).of(message));
        return place;
    }

    private static ObjectNode channel(Channel channel) {
        return Json.object("id", channel.id(), "name", spokenName(channel));
    }

    /** Payloads do not tell the names of private places. */
    static String spokenName(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> channel.name();
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    private String responseUrl(Person person, Origin.OnMessage on) {
        Occasion occasion = new Occasion(
                person.id(), on.channel().id(), Optional.of(on.message().ts()));
        return urls.issue("actions", team().id(), occasion);
    }

    private Team team() {
        return workspace.app().team();
    }

    /** The action of a pressed or filled element. */
    ObjectNode action(Elements.Placed placed, JsonNode value) {
        JsonNode element = placed.element();
        ObjectNode action =
                Json.object("type", placed.type(), "action_id", placed.actionId(), "block_id", placed.blockId());
        for (String told : List.of("text", "value", "style", "url", "placeholder", "confirm")) {
            Optional.ofNullable(element.get(told))
                    .filter(any -> !placed.input())
                    .ifPresent(it -> action.set(told, it));
        }
        if (!placed.type().equals("button")) action.set(Inputs.field(placed.type()), value);
        return action.put("action_ts", workspace.clock().nextTs());
    }
}
