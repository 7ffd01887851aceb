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
 * @param eventsPerHour how many events the app gets within an hour; the others are dropped
 */
public record SlackOptions(String host, int port, Optional<URI> requestUrl, InstantSource clock, int eventsPerHour) {

    /** Slack's own limit (src/docs/platform/slack.md, section Rate limits). */
    public static final int EVENTS_PER_HOUR = 30_000;

    private static final int MAX_PORT = 65_535;

    public SlackOptions {
        if (host.isBlank()) throw new IllegalArgumentException("host must not be blank");
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("port must be within 0 and 65535: " + port);
    }

    /** Returns options for 127.0.0.1, without a request URL, with the system's clock. */
    public static SlackOptions onPort(int port) {
        return new SlackOptions("127.0.0.1", port, Optional.empty(), InstantSource.system(), EVENTS_PER_HOUR);
    }

    public SlackOptions withHost(String other) {
        return new SlackOptions(other, port, requestUrl, clock, eventsPerHour);
    }

    public SlackOptions withRequestUrl(URI other) {
        return new SlackOptions(host, port, Optional.of(other), clock, eventsPerHour);
    }

    public SlackOptions withClock(InstantSource other) {
        return new SlackOptions(host, port, requestUrl, other, eventsPerHour);
    }

    public SlackOptions withEventsPerHour(int other) {
        return new SlackOptions(host, port, requestUrl, clock, other);
    }
}
