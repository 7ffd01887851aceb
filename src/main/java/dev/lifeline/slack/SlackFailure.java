package dev.lifeline.slack;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slack did not do what it was asked; stays inside the door. */
final class SlackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SlackError error;
    private final String code;
    private final @Nullable Duration retryAfter;

    SlackFailure(ApiMethod method, SlackError error, String code, @Nullable Duration retryAfter) {
        super(method.method() + ": " + code);
        this.error = error;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static SlackFailure away(ApiMethod method, String detail, Throwable cause) {
        SlackFailure failure = new SlackFailure(method, SlackError.AWAY, detail, null);
        failure.initCause(cause);
        return failure;
    }

    SlackError error() {
        return error;
    }

    /** Slack's own word for it, or what stood in its place. */
    String code() {
        return code;
    }

    /** When Slack wants to be asked again, where it said so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
