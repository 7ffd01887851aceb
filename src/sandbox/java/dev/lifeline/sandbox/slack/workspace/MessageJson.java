package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON of a message in the Web API and in payloads. */
public record MessageJson(Workspace workspace) {

    private static final int[] ICON_PIXELS = {36, 48, 72};

    /** Returns a message without its metadata. */
    public ObjectNode of(Message message) {
        ObjectNode json = Json.object("type", "message", "user", message.userId(), "ts", message.ts());
        InstalledApp app = workspace.app();
        if (message.userId().equals(app.ids().botUser())) addBotFields(json, app);
        else json.put("client_msg_id", clientMessageId(message));
        json.put("text", message.content().text()).put("team", teamIdOf(message.userId()));
        message.location().threadTs().ifPresent(thread -> json.put("thread_ts", thread));
        parentUserId(message).ifPresent(author -> json.put("parent_user_id", author));
        if (!message.content().blocks().isEmpty())
            json.set("blocks", message.content().blocks());
        if (!message.content().attachments().isEmpty())
            json.set("attachments", message.content().attachments());
        message.annotations().editedTs().ifPresent(ts -> json.set("edited", Json.object("user", message.userId(), "ts", ts)));
        reactions(message).ifPresent(reactions -> json.set("reactions", Json.array(reactions)));
        threadFields(message).ifPresent(json::setAll);
        return json;
    }

    /** Returns a message with its metadata. */
    public ObjectNode withMetadata(Message message) {
        ObjectNode json = of(message);
        message.content().metadata().ifPresent(metadata -> json.set("metadata", metadata));
        return json;
    }

    private static void addBotFields(ObjectNode json, InstalledApp app) {
        json.put("bot_id", app.ids().bot()).put("app_id", app.ids().app());
        json.set("bot_profile", botProfile(app));
    }

    /** Returns the {@code bot_profile} of a message. */
    public static ObjectNode botProfile(InstalledApp app) {
        return Json.object(
                "id", app.ids().bot(),
                "app_id", app.ids().app(),
                "name", "lifeline",
                "icons", icons(),
                "deleted", false,
                "updated", 0,
                "team_id", app.team().id());
    }

    /** Slack's own clients give each message an id. */
    private static String clientMessageId(Message message) {
        return "00000000-0000-4000-8000-" + message.ts().replace(".", "").substring(4);
    }

    private static ObjectNode icons() {
        ObjectNode icons = Json.object();
        for (int pixels : ICON_PIXELS) icons.put("image_" + pixels, "https://avatars.example.com/bot_" + pixels + ".png");
        return icons;
    }

    private String teamIdOf(String userId) {
        return workspace
                .users()
                .byId(userId)
                .map(user -> user.membership().teamId())
                .orElse("");
    }

    /** Returns the author of the message that a reply stands below. */
    private Optional<String> parentUserId(Message message) {
        return message.location()
                .threadTs()
                .filter(any -> message.isThreadReply())
                .flatMap(ts -> workspace.messageLog().find(message.location().channelId(), ts))
                .map(Message::userId);
    }

    private Optional<ObjectNode> threadFields(Message message) {
        if (message.isThreadReply() || message.isEphemeral()) return Optional.empty();
        List<Message> replies = workspace.messageLog().repliesTo(message);
        if (replies.isEmpty()) return Optional.empty();
        Set<String> users = replies.stream().map(Message::userId).collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(Json.object(
                "thread_ts", message.ts(),
                "reply_count", replies.size(),
                "reply_users_count", users.size(),
                "reply_users", users,
                "latest_reply", replies.get(replies.size() - 1).ts(),
                "is_locked", false,
                "subscribed", false));
    }

    private static Optional<List<ObjectNode>> reactions(Message message) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        message.annotations()
                .reactions()
                .forEach(reaction -> users.computeIfAbsent(reaction.emoji(), ignored -> new ArrayList<>())
                        .add(reaction.userId()));
        if (users.isEmpty()) return Optional.empty();
        return Optional.of(users.entrySet().stream()
                .map(reaction -> Json.object(
                        "name",
                        reaction.getKey(),
                        "users",
                        reaction.getValue(),
                        "count",
                        reaction.getValue().size()))
                .toList());
    }
}
