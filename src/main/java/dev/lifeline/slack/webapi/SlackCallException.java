package dev.lifeline.slack.webapi;

import dev.lifeline.transport.ProxyException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Web API call that failed, by {@code ok:false}, by HTTP status or without a response. Never leaves the Slack adapter. */
public final class SlackCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SlackErrorKind errorKind;
    private final String code;
    private final @Nullable Duration retryAfter;

    /** @param retryAfter null where Slack named no period */
    public SlackCallException(ApiMethod method, SlackErrorKind errorKind, String code, @Nullable Duration retryAfter) {
        super(method.methodName() + ": " + code);
        this.errorKind = errorKind;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** A call without a usable response: whether Slack executed it is unknown. */
    static SlackCallException unavailable(ApiMethod method, String detail, Throwable cause) {
        SlackCallException failure = new SlackCallException(method, SlackErrorKind.UNAVAILABLE, detail, null);
        failure.initCause(cause);
        return failure;
    }

    /** A call to a workspace that the bot has no token of. */
    static SlackCallException notInstalled(ApiMethod method) {
        return new SlackCallException(method, SlackErrorKind.NOT_INSTALLED, "not_installed", null);
    }

    /** A call of which no byte was sent. */
    static SlackCallException notSent(ApiMethod method, Throwable cause) {
        String detail = ProxyException.causeOf(cause)
                .map(proxyFailure -> String.valueOf(proxyFailure.getMessage()))
                .orElse("not sent");
        SlackCallException failure = new SlackCallException(method, SlackErrorKind.NOT_SENT, detail, null);
        failure.initCause(cause);
        return failure;
    }

    public SlackErrorKind errorKind() {
        return errorKind;
    }

    /** Slack's error code, or a description where there was none. */
    public String code() {
        return code;
    }

    /** The period of {@code Retry-After}; empty where Slack named none. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
