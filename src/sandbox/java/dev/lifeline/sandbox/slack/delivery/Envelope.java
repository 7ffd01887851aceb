package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;

/** One thing that the app is told. Told twice by mistake it keeps its id, sent again it has a new one. */
record Envelope(String id, Type type, ObjectNode payload, Retry retry) {

    /** What kinds there are, by their Socket Mode names. */
    enum Type {
        SLASH_COMMANDS,
        INTERACTIVE,
        EVENTS_API;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Events are acknowledged without an answer. */
        boolean acceptsResponsePayload() {
            return this != EVENTS_API;
        }
    }

    /** Which attempt this is, and what went wrong with the one before. */
    record Retry(int attempt, String reason) {
        static final Retry NONE = new Retry(0, "");
    }

    static Envelope of(Type type, ObjectNode payload) {
        return new Envelope(UUID.randomUUID().toString(), type, payload, Retry.NONE);
    }

    /** Whether it tells of a press or a choice. */
    boolean isBlockActions() {
        return payload.path("type").asText().equals("block_actions");
    }

    /** The same press, its action told twice. */
    Envelope withDuplicatedAction() {
        ObjectNode doubled = payload.deepCopy();
        doubled.withArray("actions").addAll(payload.withArray("actions").deepCopy());
        return new Envelope(id, type, doubled, retry);
    }

    Envelope nextAttempt(String reason) {
        return new Envelope(UUID.randomUUID().toString(), type, payload, new Retry(retry.attempt() + 1, reason));
    }
}
