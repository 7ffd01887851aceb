package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves the {@link WorkspaceIdentity} of the bot token. A success is kept for the life of the process, a failure is never cached
 * (src/docs/platform/slack.md, section Authorization and multi-workspace). Thread-safe: one thread resolves at a time, others wait for
 * it.
 */
public final class WorkspaceResolver {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceResolver.class);

    private final WebApi api;
    private volatile Optional<WorkspaceIdentity> cachedIdentity = Optional.empty();
    private volatile boolean tokenInvalid;
    /** How often the token was revoked. */
    private final AtomicLong revocations = new AtomicLong();

    public WorkspaceResolver(WebApi api) {
        this.api = api;
    }

    /**
     * The identity; blocks for up to two calls (8 s each) until it is known.
     *
     * @throws SlackCallException when it is not known yet and Slack does not return it
     */
    public WorkspaceIdentity identity() {
        return cachedIdentity.orElseGet(this::resolve);
    }

    private synchronized WorkspaceIdentity resolve() {
        if (cachedIdentity.isPresent()) return cachedIdentity.get();
        long revocationsBefore = revocations.get();
        JsonNode authTest = api.call(ApiMethod.AUTH_TEST, Map.of());
        Optional<String> bot = nonEmptyText(authTest.path("bot_id"));
        Optional<String> app = bot.flatMap(this::resolveAppId);
        WorkspaceIdentity workspaceIdentity = new WorkspaceIdentity(
                authTest.path("team").asText(""),
                authTest.path("team_id").asText(""),
                nonEmptyText(authTest.path("enterprise_id")),
                authTest.path("user_id").asText(""),
                bot.orElse(""),
                app);
        cache(workspaceIdentity, revocationsBefore);
        LOG.info(
                "Slack identity resolved: bot {}, workspace {}, app {}",
                workspaceIdentity.botUserId(),
                workspaceIdentity.teamId(),
                app.orElse("unknown"));
        return workspaceIdentity;
    }

    /** A token that was revoked while it was being checked stays to be checked. */
    private void cache(WorkspaceIdentity workspaceIdentity, long revocationsBefore) {
        cachedIdentity = Optional.of(workspaceIdentity);
        tokenInvalid = false;
        if (revocations.get() != revocationsBefore) markInvalid();
    }

    /** Where Slack does not return the app id, it is not checked: the workspace, and the signature or the socket, still are. */
    private Optional<String> resolveAppId(String bot) {
        try {
            return nonEmptyText(api.call(ApiMethod.BOTS_INFO, Map.of("bot", bot))
                    .path("bot")
                    .path("app_id"));
        } catch (SlackCallException e) {
            if (e.errorKind().isRetryable() && !e.code().startsWith("missing_scope")) throw e;
            LOG.warn("App id not available ({}), payloads are checked for the workspace only", e.code());
            return Optional.empty();
        }
    }

    /** Called when Slack revoked the token. It is checked again before anything is posted or processed. */
    public void invalidate() {
        revocations.incrementAndGet();
        markInvalid();
    }

    private void markInvalid() {
        cachedIdentity = Optional.empty();
        tokenInvalid = true;
    }

    /** Whether the token was revoked and not accepted since. */
    public boolean tokenInvalid() {
        return tokenInvalid;
    }

    /**
     * Checks a revoked token again; returns at once while the token is valid.
     *
     * @throws SlackCallException when Slack still rejects it or does not respond
     */
    public void requireValidToken() {
        if (tokenInvalid) identity();
    }

    private static Optional<String> nonEmptyText(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !"null".equals(text));
    }
}
