package dev.lifeline.sandbox.slack;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Settings of the fake Slack.
 *
 * @param host the address it listens on
 * @param port the port it listens on; 0 takes a free one
 * @param requestUrl where the app receives events, interactivity and commands while it has no socket open
 * @param clock the source of time for every expiry, limit and timestamp
 */
public record SlackOptions(String host, int port, Optional<URI> requestUrl, InstantSource clock) {

    private static final int MAX_PORT = 65_535;

    public SlackOptions {
        if (host.isBlank()) throw new IllegalArgumentException("host must not be blank");
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("port must be within 0 and 65535: " + port);
    }

    /** Returns options for 127.0.0.1, without a request URL, with the system's clock. */
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
