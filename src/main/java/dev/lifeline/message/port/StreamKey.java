package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.RequestId;

/**
 * Identifies a stream of outbox messages. Streams are independent of each other; the messages of one stream are delivered in order. The
 * text form is stored with each message and is the key of the delivery job.
 */
public sealed interface StreamKey {

    /** The status message of a request and the replies in its thread: {@code request:ID}. */
    record Request(RequestId request) implements StreamKey {
        @Override
        public String toString() {
            return "request:" + request;
        }
    }

    /** The message with which the break-glass use of a request is reviewed: {@code review:ID}. */
    record Review(RequestId request) implements StreamKey {
        @Override
        public String toString() {
            return "review:" + request;
        }
    }

    /** Direct messages to one user: {@code direct:USER}. */
    record Direct(SlackUserId user) implements StreamKey {
        @Override
        public String toString() {
            return "direct:" + user;
        }
    }

    /** Ephemeral replies to one user: {@code person:USER}. */
    record Ephemeral(SlackUserId user) implements StreamKey {
        @Override
        public String toString() {
            return "person:" + user;
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    static StreamKey parse(String text) {
        int colon = text.indexOf(':');
        String id = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "request" -> new Request(new RequestId(id));
            case "review" -> new Review(new RequestId(id));
            case "direct" -> new Direct(new SlackUserId(id));
            case "person" -> new Ephemeral(new SlackUserId(id));
            default -> throw new IllegalArgumentException("not a stream key");
        };
    }
}
