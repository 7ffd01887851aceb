package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which workspace and app is the bot token of? Asked until Slack answers once, then known for good; a failure is never remembered
 * (slack.md trap 7).
 */
public final class WorkspaceResolver {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceResolver.class);

    private final WebApi api;
    private volatile Optional<WorkspaceIdentity> cachedIdentity = Optional.empty();
    private volatile boolean tokenInvalid;

    public WorkspaceResolver(WebApi api) {
        this.api = api;
    }

    /**
     * Where we are at home.
     *
     * @throws SlackCallException when it is not known yet and Slack does not tell
     */
    public WorkspaceIdentity identity() {
        return cachedIdentity.orElseGet(this::resolve);
    }

    private synchronized WorkspaceIdentity resolve() {
        if (cachedIdentity.isPresent()) return cachedIdentity.get();
        JsonNode self = api.call(ApiMethod.AUTH_TEST, Map.of());
        Optional<String> bot = nonEmptyText(self.path("bot_id"));
        Optional<String> app = bot.flatMap(this::resolveAppId);
        WorkspaceIdentity workspaceIdentity = new WorkspaceIdentity(
                self.path("team").asText(""),
                self.path("team_id").asText(""),
                nonEmptyText(self.path("enterprise_id")),
                self.path("user_id").asText(""),
                bot.orElse(""),
                app);
        cachedIdentity = Optional.of(workspaceIdentity);
        tokenInvalid = false;
        LOG.info(
                "Slack knows us as bot {} of workspace {}, app {}",
                workspaceIdentity.botUserId(),
                workspaceIdentity.teamId(),
                app.orElse("unknown"));
        return workspaceIdentity;
    }

    /**
     * Where Slack refuses to tell the app's id, its check is left out: the workspace, the signature or the socket still vouch for what
     * comes.
     */
    private Optional<String> resolveAppId(String bot) {
        try {
            return nonEmptyText(api.call(ApiMethod.BOTS_INFO, Map.of("bot", bot))
                    .path("bot")
                    .path("app_id"));
        } catch (SlackCallException untold) {
            if (untold.errorKind().isRetryable() && !untold.code().startsWith("missing_scope")) throw untold;
            LOG.warn(
                    "Slack does not tell the app's id ({}), so payloads are checked for the workspace only",
                    untold.code());
            return Optional.empty();
        }
    }

    /** Slack says that the token is good no more; whether that is so is asked again before anything is posted or let in. */
    public void invalidate() {
        cachedIdentity = Optional.empty();
        tokenInvalid = true;
    }

    /** Whether the token was said to be good no more, and Slack has not taken it since. */
    public boolean tokenInvalid() {
        return tokenInvalid;
    }

    /**
     * Does nothing while all is well.
     *
     * @throws SlackCallException when the token was lost and Slack does not take it again
     */
    public void requireValidToken() {
        if (tokenInvalid) identity();
    }

    private static Optional<String> nonEmptyText(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !"null".equals(text));
    }
}
