package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    Envelope nextAttempt(String reason) {
        return new Envelope(UUID.randomUUID().toString(), type, payload, new Retry(retry.attempt() + 1, reason));
    }
}
