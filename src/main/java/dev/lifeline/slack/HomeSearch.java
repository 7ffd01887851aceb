package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which workspace and app is the bot token of? Asked until Slack answers once, then known for good; a failure is never remembered
 * (slack.md trap 7).
 */
final class HomeSearch {

    private static final Logger log = LoggerFactory.getLogger(HomeSearch.class);

    private final WebApi api;
    private volatile Optional<Home> known = Optional.empty();
    private volatile boolean lost;

    HomeSearch(WebApi api) {
        this.api = api;
    }

    /**
     * Where we are at home.
     *
     * @throws SlackFailure when it is not known yet and Slack does not tell
     */
    Home home() {
        return known.orElseGet(this::asked);
    }

    private synchronized Home asked() {
        if (known.isPresent()) return known.get();
        JsonNode self = api.call(ApiMethod.AUTH_TEST, Map.of());
        Optional<String> bot = text(self.path("bot_id"));
        Optional<String> app = bot.flatMap(this::app);
        Home home = new Home(
                self.path("team").asText(""),
                self.path("team_id").asText(""),
                text(self.path("enterprise_id")),
                self.path("user_id").asText(""),
                bot.orElse(""),
                app);
        known = Optional.of(home);
        lost = false;
        log.info(
                "Slack knows us as bot {} of workspace {}, app {}",
                home.botUserId(),
                home.teamId(),
                app.orElse("unknown"));
        return home;
    }

    /**
     * Where Slack refuses to tell the app's id, its check is left out: the workspace, the signature or the socket still vouch for what
     * comes.
     */
    private Optional<String> app(String bot) {
        try {
            return text(api.call(ApiMethod.BOTS_INFO, Map.of("bot", bot))
                    .path("bot")
                    .path("app_id"));
        } catch (SlackFailure untold) {
            if (untold.error().passes() && !untold.code().startsWith("missing_scope")) throw untold;
            log.warn(
                    "Slack does not tell the app's id ({}), so payloads are checked for the workspace only",
                    untold.code());
            return Optional.empty();
        }
    }

    /** Slack says that the token is good no more; whether that is so is asked again before anything is posted or let in. */
    void forget() {
        known = Optional.empty();
        lost = true;
    }

    /** Whether the token was said to be good no more, and Slack has not taken it since. */
    boolean lost() {
        return lost;
    }

    /**
     * Does nothing while all is well.
     *
     * @throws SlackFailure when the token was lost and Slack does not take it again
     */
    void stillOurs() {
        if (lost) home();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !"null".equals(text));
    }
}
