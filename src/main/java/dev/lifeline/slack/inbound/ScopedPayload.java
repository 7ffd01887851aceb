package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.re2j.Pattern;
import dev.lifeline.slack.webapi.ScopedId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A payload of a workspace in which the bot was installed by OAuth: each id of it that is read carries the workspace ({@link ScopedId}), and
 * so does each person whom its text mentions.
 */
final class ScopedPayload {

    private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9]{2,40}[|>])");

    /** Where the ids are that the listeners read, as JSON pointers to objects with the names of their fields. */
    private static final List<Ids> IDS = List.of(
            new Ids("", List.of("channel_id", "team_id", "trigger_id", "user_id")),
            new Ids("/channel", List.of("id")),
            new Ids("/container", List.of("channel_id", "view_id")),
            new Ids("/event", List.of("channel", "new_channel_id", "old_channel_id", "user")),
            new Ids("/user", List.of("id")),
            new Ids("/view", List.of("id")));

    private record Ids(String pointer, List<String> fields) {}

    private final String workspace;

    private ScopedPayload(String workspace) {
        this.workspace = workspace;
    }

    /** The payload as it is for the home workspace, else a copy. */
    static JsonNode of(String workspace, JsonNode payload) {
        return workspace.equals(ScopedId.HOME) || !payload.isObject()
                ? payload
                : new ScopedPayload(workspace).scope(payload.deepCopy());
    }

    private JsonNode scope(JsonNode copy) {
        for (Ids ids : IDS) {
            JsonNode holder = copy.at(ids.pointer());
            ids.fields().forEach(field -> replace(holder, field, id -> ScopedId.of(workspace, id)));
        }
        copy.path("response_urls").forEach(url -> replace(url, "channel_id", id -> ScopedId.of(workspace, id)));
        copy.at("/view/state/values")
                .forEach(block -> block.forEach(
                        input -> replace(input, "selected_conversation", id -> ScopedId.of(workspace, id))));
        if (copy.has("command")) replace(copy, "text", this::scopeMentions);
        replace(copy.path("event"), "text", this::scopeMentions);
        return copy;
    }

    private String scopeMentions(String text) {
        return MENTION.matcher(text).replaceAll("<@" + workspace + "/$1");
    }

    private static void replace(JsonNode holder, String field, UnaryOperator<String> change) {
        if (holder instanceof ObjectNode object && object.get(field) instanceof TextNode text)
            object.put(field, change.apply(text.asText()));
    }
}
