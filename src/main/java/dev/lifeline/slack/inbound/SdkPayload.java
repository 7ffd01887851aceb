package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A payload without what the listeners do not read by the classes of Slack's SDK: the content of messages and views is other people's, its
 * shapes are newer than the SDK, and a part that the SDK cannot parse would refuse the whole payload
 * (src/docs/platform/slack.md, section Payloads that the SDK cannot parse). The message of a shortcut stays as JSON, beside the payload.
 */
final class SdkPayload {

    /** Where the message of a payload is kept; the SDK knows no such field. */
    private static final String UNTYPED_MESSAGE = "untyped_message";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields that are kept with all that is in them; a list counts as each of its elements. */
    private static final Set<String> KEPT_FIELDS = Set.of(
            "action_id",
            "action_ts",
            "actions.action_id",
            "actions.action_ts",
            "actions.block_id",
            "actions.selected_option.value",
            "actions.type",
            "actions.value",
            "api_app_id",
            "block_id",
            "callback_id",
            "channel.id",
            "container.channel_id",
            "container.is_ephemeral",
            "container.message_ts",
            "container.thread_ts",
            "container.type",
            "container.view_id",
            "enterprise.id",
            "event.bot_id",
            "event.channel",
            "event.edited.ts",
            "event.event_ts",
            "event.new_channel_id",
            "event.old_channel_id",
            "event.tab",
            "event.text",
            "event.thread_ts",
            "event.ts",
            "event.type",
            "event.user",
            "event_id",
            "event_time",
            "message_ts",
            "response_url",
            "response_urls.channel_id",
            "response_urls.response_url",
            "team.id",
            "team_id",
            "trigger_id",
            "type",
            "user.id",
            "user.team_id",
            "value",
            "view.callback_id",
            "view.hash",
            "view.id",
            "view.private_metadata",
            "view.state.values",
            "view.type");

    private static final FieldTree KEPT = FieldTree.of(KEPT_FIELDS);

    private SdkPayload() {}

    /** The payload as the SDK parses it; a slash command has no content and is returned as it came. */
    static JsonNode reduce(JsonNode payload) {
        if (payload.has("command")) return payload;
        ObjectNode reduced = KEPT.reduce(payload);
        if (payload.has("message")) reduced.set(UNTYPED_MESSAGE, payload.path("message"));
        return reduced;
    }

    /** The message that a shortcut was used on, as Slack sent it; missing where there is none. */
    static JsonNode message(String reducedPayload) {
        try {
            return JSON.readTree(reducedPayload).path(UNTYPED_MESSAGE);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Field names, each with the names that are kept of its value; none means all. */
    private record FieldTree(Map<String, FieldTree> fields) {

        static FieldTree of(Set<String> paths) {
            return new FieldTree(paths.stream()
                    .collect(Collectors.groupingBy(FieldTree::first, TreeMap::new, Collectors.toSet()))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(rests(entry.getValue())))));
        }

        private static String first(String path) {
            return path.split("\\.", 2)[0];
        }

        private static Set<String> rests(Set<String> paths) {
            return paths.stream()
                    .filter(path -> path.contains("."))
                    .map(path -> path.split("\\.", 2)[1])
                    .collect(Collectors.toSet());
        }

        /** What is no object, though its fields are wanted, becomes an object without any. */
        ObjectNode reduce(JsonNode object) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, below) -> {
                if (object.has(name)) kept.set(name, below.reduceValue(object.get(name)));
            });
            return kept;
        }

        private JsonNode reduceValue(JsonNode value) {
            if (fields.isEmpty()) return value;
            if (!(value instanceof ArrayNode array)) return reduce(value);
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> kept.add(reduceValue(element)));
            return kept;
        }
    }
}
