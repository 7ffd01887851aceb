package dev.lifeline.slack.webapi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slack did not do what it was asked; stays inside the door. */
public final class SlackCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SlackErrorKind errorKind;
    private final String code;
    private final @Nullable Duration retryAfter;

    public SlackCallException(ApiMethod method, SlackErrorKind errorKind, String code, @Nullable Duration retryAfter) {
        super(method.methodName() + ": " + code);
        this.errorKind = errorKind;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static SlackCallException unavailable(ApiMethod method, String detail, Throwable cause) {
        SlackCallException failure = new SlackCallException(method, SlackErrorKind.UNAVAILABLE, detail, null);
        failure.initCause(cause);
        return failure;
    }

    public SlackErrorKind errorKind() {
        return errorKind;
    }

    /** Slack's own word for it, or what stood in its place. */
    public String code() {
        return code;
    }

    /** When Slack wants to be asked again, where it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
