package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that the bot serves: its home, whose token is a setting, and those in which it is installed by OAuth. A workspace is named
 * by its team id, the home by {@link ScopedId#HOME}. Thread-safe.
 */
public final class Workspaces {

    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);

    private final WebApi api;
    private final WorkspaceResolver home;
    private final InstalledWorkspaces installed;
    /** Workspaces of which Slack said that the installation ended, until a call has shown whether it did. */
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    /** The home alone. */
    public Workspaces(WebApi api) {
        this(api, InstalledWorkspaces.NONE);
    }

    /** @param api calls each workspace with its own token */
    public Workspaces(WebApi api, InstalledWorkspaces installed) {
        this.api = api;
        this.home = new WorkspaceResolver(api);
        this.installed = installed;
    }

    /** The home workspace. */
    public WorkspaceResolver home() {
        return home;
    }

    /**
     * The bot in a workspace; blocks until it is known.
     *
     * @throws SlackCallException when it is not installed there, or Slack does not return it
     */
    public WorkspaceIdentity identity(String workspace) {
        if (workspace.equals(ScopedId.HOME)) return home.identity();
        return find(workspace).orElseThrow(() -> SlackCallException.notInstalled(ApiMethod.AUTH_TEST));
    }

    private Optional<WorkspaceIdentity> find(String teamId) {
        try {
            return installed.find(teamId);
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
        }
    }

    /**
     * The workspace whose installation receives a payload; empty where it is of another app, or of a workspace without an installation.
     *
     * @throws SlackCallException when the home is not known yet and Slack does not return it
     */
    public Optional<String> receiver(JsonNode payload) {
        WorkspaceIdentity homeIdentity = home.identity();
        for (String team : WorkspaceIdentity.teamIds(payload)) {
            if (team.equals(homeIdentity.teamId())) break;
            if (find(team).filter(it -> it.matches(payload)).isPresent()) return Optional.of(team);
        }
        return homeIdentity.matches(payload) ? Optional.of(ScopedId.HOME) : Optional.empty();
    }

    /** Slack said that the bot was removed from a workspace, or its token revoked; whether that still holds is asked before the next use. */
    public void suspect(String workspace) {
        if (workspace.equals(ScopedId.HOME)) home.invalidate();
        else suspects.add(workspace);
    }

    /**
     * Asks Slack whether a suspected token is valid; returns at once for any other.
     *
     * @throws SlackCallException when it is not, or Slack does not respond
     */
    public void requireValidToken(String workspace) {
        if (workspace.equals(ScopedId.HOME)) home.requireValidToken();
        else if (suspects.contains(workspace)) check(workspace);
    }

    private void check(String workspace) {
        try {
            api.in(workspace).call(ApiMethod.AUTH_TEST, Map.of());
            suspects.remove(workspace);
        } catch (SlackCallException e) {
            if (find(workspace).isEmpty()) suspects.remove(workspace);
            throw e;
        }
    }

    /** Asks about every suspected token, needed while no message is due that would do so; blocks for a call each. */
    public void recheckTokens() {
        recheck(ScopedId.HOME);
        suspects.forEach(this::recheck);
    }

    private void recheck(String workspace) {
        try {
            requireValidToken(workspace);
        } catch (SlackCallException e) {
            LOG.debug("Bot token still rejected by Slack: {}", e.code());
        }
    }
}
