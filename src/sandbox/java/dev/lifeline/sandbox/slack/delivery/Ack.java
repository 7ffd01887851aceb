package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came back for a delivery?
 *
 * @param payload what the app answered, where it answered something
 * @param ackMillis how long it took
 * @param httpStatus the HTTP status, 0 over a socket
 */
public record Ack(Outcome outcome, Optional<JsonNode> payload, long ackMillis, int httpStatus) {

    /** How a delivery ended; the words are those that Slack shows people (slack.md 2.4). */
    public enum Outcome {
        ACKED("", ""),
        TIMED_OUT("operation_timeout", "timeout"),
        HTTP_TIMED_OUT("operation_timeout", "http_timeout"),
        NOT_DISPATCHED("dispatch_failed", "connection_failed"),
        HTTP_ERROR("http_service_error", "http_error"),
        HTTP_ERROR_NO_RETRY("http_service_error", "http_error");

        private final String errorCode;
        private final String retryReason;

        Outcome(String errorCode, String retryReason) {
            this.errorCode = errorCode;
            this.retryReason = retryReason;
        }

        /** Why an event is sent again. */
        String retryReason() {
            return retryReason;
        }

        public String errorCode() {
            return errorCode;
        }
    }

    static Ack failed(Outcome outcome, long ackMillis) {
        return new Ack(outcome, Optional.empty(), ackMillis, 0);
    }

    public boolean isAcked() {
        return outcome == Outcome.ACKED;
    }
}
