package dev.lifeline.sandbox.slack;

import dev.lifeline.sandbox.slack.workspace.Team;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of the fake Slack.
 *
 * @param host the address it listens on
 * @param port the port it listens on; 0 takes a free one
 * @param requestUrl where the app receives events, interactivity and commands while it has no socket open
 * @param clock the source of time for every expiry, limit and timestamp
 * @param eventsPerHour how many events the app gets within an hour; the others are dropped
 * @param team the workspace that it plays
 */
public record SlackOptions(
        String host, int port, Optional<URI> requestUrl, InstantSource clock, int eventsPerHour, Team team) {

    /** Slack's own limit (src/docs/platform/slack.md, section Rate limits). */
    public static final int EVENTS_PER_HOUR = 30_000;

    private static final int MAX_PORT = 65_535;

    public SlackOptions {
        if (host.isBlank()) throw new IllegalArgumentException("host must not be blank");
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("port must be within 0 and 65535: " + port);
    }

    /** Returns options for 127.0.0.1, without a request URL, with the system's clock. */
    public static SlackOptions onPort(int port) {
        return new SlackOptions(
                "127.0.0.1",
                port,
                Optional.empty(),
                InstantSource.system(),
                EVENTS_PER_HOUR,
                Workspace.DEFAULT_TEAM);
    }

    public SlackOptions withHost(String other) {
        return new SlackOptions(other, port, requestUrl, clock, eventsPerHour, team);
    }

    public SlackOptions withRequestUrl(URI other) {
        return new SlackOptions(host, port, Optional.of(other), clock, eventsPerHour, team);
    }

    public SlackOptions withClock(InstantSource other) {
        return new SlackOptions(host, port, requestUrl, other, eventsPerHour, team);
    }

    public SlackOptions withEventsPerHour(int other) {
        return new SlackOptions(host, port, requestUrl, clock, other, team);
    }

    /** Returns options for another workspace, which has the same people and channels, with the same ids: they are unique within one only. */
    public SlackOptions withTeam(String id, String name) {
        Team other = new Team(id, name, id.toLowerCase(Locale.ROOT));
        return new SlackOptions(host, port, requestUrl, clock, eventsPerHour, other);
    }
}
