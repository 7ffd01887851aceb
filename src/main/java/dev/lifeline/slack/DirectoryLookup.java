package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Directory;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackDirectory;
import dev.lifeline.slack.webapi.SlackUserLookup;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.Workspaces;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Looks people and groups up without an adapter, in the workspace of the token. */
public final class DirectoryLookup {

    private DirectoryLookup() {}

    /** Runs one directory look-up. */
    public static <T> T lookUp(SlackClientConfig config, InstantSource clock, Function<Directory, T> question) {
        return lookUp(config, clock, (directory, users) -> question.apply(directory));
    }

    /** Runs look-ups of the people whom a policy names. */
    public static <T> T lookUp(
            SlackClientConfig config, InstantSource clock, BiFunction<Directory, SlackUsers, T> question) {
        try (WebApi api = new WebApi(config, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return question.apply(
                    new SlackDirectory(api, ChannelRedirects.NONE, Ticker.systemTicker()),
                    new SlackUserLookup(api, new Workspaces(api), config.servedTeamIds(), Ticker.systemTicker()));
        }
    }
}
