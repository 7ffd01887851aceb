package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came back for a delivery?
 *
 * @param payload what the app answered, where it answered something
 * @param millis how long it took
 * @param status the HTTP status, 0 over a socket
 */
public record Ack(Outcome outcome, Optional<JsonNode> payload, long millis, int status) {

    /** How a delivery ended; the words are those that Slack shows people (slack.md 2.4). */
    public enum Outcome {
        ACKED("", ""),
        TIMED_OUT("operation_timeout", "timeout"),
        HTTP_TIMED_OUT("operation_timeout", "http_timeout"),
        NOT_DISPATCHED("dispatch_failed", "connection_failed"),
        REFUSED("http_service_error", "http_error"),
        REFUSED_FOR_GOOD("http_service_error", "http_error");

        private final String word;
        private final String retryReason;

        Outcome(String word, String retryReason) {
            this.word = word;
            this.retryReason = retryReason;
        }

        /** Why an event is sent again. */
        String retryReason() {
            return retryReason;
        }

        public String word() {
            return word;
        }
    }

    static Ack failed(Outcome outcome, long millis) {
        return new Ack(outcome, Optional.empty(), millis, 0);
    }

    public boolean acked() {
        return outcome == Outcome.ACKED;
    }
}
