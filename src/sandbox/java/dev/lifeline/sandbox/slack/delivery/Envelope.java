package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One delivery to the app. A duplicate keeps the id; a retry has a new one. */
record Envelope(String id, Type type, ObjectNode payload, Retry retry) {

    /** The types of delivery, by their Socket Mode names. */
    enum Type {
        SLASH_COMMANDS,
        INTERACTIVE,
        EVENTS_API;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the ack may carry a payload; that of an event may not. */
        boolean acceptsResponsePayload() {
            return this != EVENTS_API;
        }
    }

    /** The attempt, counted from 0, and why the one before failed. */
    record Retry(int attempt, String reason) {
        static final Retry NONE = new Retry(0, "");
    }

    static Envelope of(Type type, ObjectNode payload) {
        return new Envelope(UUID.randomUUID().toString(), type, payload, Retry.NONE);
    }

    /** Whether it is a click or a choice. */
    boolean isBlockActions() {
        return payload.path("type").asText().equals("block_actions");
    }

    /** Returns the same click with its action listed twice. */
    Envelope withDuplicatedAction() {
        ObjectNode copy = payload.deepCopy();
        copy.withArray("actions").addAll(payload.withArray("actions").deepCopy());
        return new Envelope(id, type, copy, retry);
    }

    /** Returns the same delivery as of an act that was some time ago; an event is a retry then. */
    Envelope agedBy(Duration age) {
        ObjectNode copy = payload.deepCopy();
        age(copy, "action_ts", age);
        copy.path("actions").forEach(action -> age((ObjectNode) action, "action_ts", age));
        if (!(copy.get("event") instanceof ObjectNode event)) return new Envelope(id, type, copy, retry);
        List.of("ts", "event_ts").forEach(field -> age(event, field, age));
        if (event.get("edited") instanceof ObjectNode edited) age(edited, "ts", age);
        copy.put("event_time", copy.path("event_time").asLong() - age.toSeconds());
        return new Envelope(id, type, copy, retry).nextAttempt("http_timeout");
    }

    private static void age(ObjectNode object, String field, Duration age) {
        String[] timestamp = object.path(field).asText().split("\\.", 2);
        if (timestamp.length == 2) object.put(field, Long.parseLong(timestamp[0]) - age.toSeconds() + "." + timestamp[1]);
    }

    Envelope nextAttempt(String reason) {
        return new Envelope(UUID.randomUUID().toString(), type, payload, new Retry(retry.attempt() + 1, reason));
    }
}
