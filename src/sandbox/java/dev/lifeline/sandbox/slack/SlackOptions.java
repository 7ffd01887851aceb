package dev.lifeline.sandbox.slack;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How is the pretend Slack to run?
 *
 * @param host where it listens; loopback unless told otherwise
 * @param port 0 takes a free one
 * @param requestUrl where the app takes events, interactivity and commands while it has no socket open
 * @param clock what every expiry, limit and timestamp goes by
 */
public record SlackOptions(String host, int port, Optional<URI> requestUrl, InstantSource clock) {

    private static final int MAX_PORT = 65_535;

    public SlackOptions {
        if (host.isBlank()) throw new IllegalArgumentException("host must not be blank");
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("port must be within 0 and 65535: " + port);
    }

    /** On 127.0.0.1, without a request URL, by the system's clock. */
    public static SlackOptions onPort(int port) {
        return new SlackOptions("127.0.0.1", port, Optional.empty(), InstantSource.system());
    }

    public SlackOptions withHost(String other) {
        return new SlackOptions(other, port, requestUrl, clock);
    }

    public SlackOptions withRequestUrl(URI other) {
        return new SlackOptions(host, port, Optional.of(other), clock);
    }

    public SlackOptions withClock(InstantSource other) {
        return new SlackOptions(host, port, requestUrl, other);
    }
}
