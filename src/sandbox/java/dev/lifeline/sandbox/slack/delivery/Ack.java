package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The result of one delivery to the app.
 *
 * @param payload the app's response payload, where it sent one
 * @param ackMillis milliseconds from sending to the result
 * @param httpStatus the HTTP status, 0 over a socket
 */
public record Ack(Outcome outcome, Optional<JsonNode> payload, long ackMillis, int httpStatus) {

    /**
     * How a delivery ended, with the error code that Slack shows to users (src/docs/platform/slack.md, section What is lost
     * when the process dies).
     */
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

        /** The {@code retry_reason} of an event that is sent again. */
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
