package dev.lifeline.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.testkit.SlackReference;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares JSON of the fake Slack with a field-complete sample. Below an empty list or object of the sample anything may stand. Users,
 * channels and messages have one shape, whichever method answers with them: that of all samples together.
 */
final class SampleShape {

    private static final JsonNode CONVERSATION = union(
            "conversations.info/channel",
            "conversations.list/channels/0",
            "users.conversations/channels/0",
            "conversations.open/channel");
    private static final JsonNode USER = union("users.info/user", "users.list/members/0");
    private static final JsonNode MESSAGE = union(
            "chat.postMessage/message",
            "chat.update/message",
            "conversations.history/messages/0",
            "conversations.replies/messages/0");

    private static final Map<String, JsonNode> SHARED_SHAPES = Map.of(
            "channel",
            CONVERSATION,
            "channels",
            CONVERSATION,
            "user",
            USER,
            "members",
            USER,
            "message",
            MESSAGE,
            "messages",
            MESSAGE);

    /** What the fake has that the sample has not, or has as another kind of value. */
    private final Set<String> differences = new TreeSet<>();

    private final Set<String> seen = new TreeSet<>();
    private final JsonNode sample;

    SampleShape(JsonNode sample) {
        this.sample = sample;
    }

    private static JsonNode union(String... pointers) {
        JsonNode union = null;
        for (String pointer : pointers) {
            int slash = pointer.indexOf('/');
            JsonNode next = SlackReference.sample(pointer.substring(0, slash)).at(pointer.substring(slash));
            union = union == null ? next : merge(union, next);
        }
        return union;
    }

    private static JsonNode merge(JsonNode one, JsonNode other) {
        if (!(one instanceof ObjectNode object) || !other.isObject()) return one.isEmpty() ? other : one;
        Map<String, JsonNode> merged = new HashMap<>();
        object.properties().forEach(field -> merged.put(field.getKey(), field.getValue()));
        other.properties().forEach(field -> merged.merge(field.getKey(), field.getValue(), SampleShape::merge));
        return object.objectNode().setAll(merged);
    }

    void add(JsonNode json) {
        if (!sample.isMissingNode()) compare("", json, sample);
    }

    /** Notes the fields of a refusal, which the sample has too. */
    void addRefusal(JsonNode refusal) {
        refusal.properties().forEach(field -> {
            seen.add(field.getKey());
            field.getValue().fieldNames().forEachRemaining(below -> seen.add(field.getKey() + "." + below));
        });
    }

    Set<String> differences() {
        return differences;
    }

    /** Fields of the sample, on every level, that the fake has never had; what is below one of them is not named. */
    Set<String> absent() {
        Set<String> absent = new TreeSet<>();
        addAbsent("", sample, absent);
        return absent;
    }

    private void addAbsent(String path, JsonNode expected, Set<String> absent) {
        JsonNode object = expected.isArray() ? expected.path(0) : expected;
        object.properties().forEach(field -> {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (seen.contains(below)) addAbsent(below, field.getValue(), absent);
            else absent.add(below);
        });
    }

    private void compare(String path, JsonNode actual, JsonNode expected) {
        if (actual.isNull() || expected.isNull() || (expected.isEmpty() && expected.isContainerNode())) return;
        if (!kind(actual).equals(kind(expected)))
            differences.add(path + " is " + kind(actual) + ", not " + kind(expected));
        else if (actual.isArray()) actual.forEach(element -> compare(path, element, expected.get(0)));
        else actual.properties().forEach(field -> compareField(path, field, expected.get(field.getKey())));
    }

    private void compareField(String path, Map.Entry<String, JsonNode> field, JsonNode expected) {
        String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        seen.add(below);
        if (expected == null) differences.add(below + " is not in the sample");
        else compare(below, field.getValue(), sharedShape(field.getKey(), expected));
    }

    private static JsonNode sharedShape(String name, JsonNode expected) {
        JsonNode shared = SHARED_SHAPES.get(name);
        if (shared == null || !(expected.isArray() ? expected.path(0) : expected).isObject()) return expected;
        if (!expected.isArray()) return merge(shared, expected);
        return ((ObjectNode) shared).arrayNode().add(merge(shared, expected.path(0)));
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
