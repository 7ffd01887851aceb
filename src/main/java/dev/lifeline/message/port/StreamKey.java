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

    /** The message to one approver of a request, with its buttons: {@code approver:ID:USER}. */
    record Approver(RequestId request, SlackUserId user) implements StreamKey {

        private static Approver of(String text) {
            int colon = text.indexOf(':');
            return new Approver(
                    new RequestId(text.substring(0, Math.max(0, colon))), new SlackUserId(text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return "approver:" + request + ":" + user;
        }
    }

    /** The calls of the policy's webhook for one request: {@code webhook:ID}. */
    record Webhook(RequestId request) implements StreamKey {
        @Override
        public String toString() {
            return "webhook:" + request;
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
            case "approver" -> Approver.of(id);
            case "webhook" -> new Webhook(new RequestId(id));
            case "direct" -> new Direct(new SlackUserId(id));
            case "person" -> new Ephemeral(new SlackUserId(id));
            default -> throw new IllegalArgumentException("not a stream key");
        };
    }
}
