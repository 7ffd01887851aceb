package dev.lifeline.slack.oauth;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.Workspace;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.WebApi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks every installation without an adapter: one call of Slack each. Changes nothing. */
public final class InstallationCheck {

    /**
     * What was found of one workspace.
     *
     * @param text says what, and what to do about it
     */
    public record Finding(Kind kind, String text) {}

    /** How bad it is. */
    public enum Kind {
        WORKS,
        /** Nothing works there, as somebody may have wanted. */
        ABSENT,
        BROKEN
    }

    private final OAuthConfig config;
    private final TokenCipher cipher;

    public InstallationCheck(OAuthConfig config) {
        this.config = config;
        this.cipher = new TokenCipher(config.keys());
    }

    /** One finding for each workspace that is or may be installed; blocks for a call of Slack each. */
    public List<Finding> run(SlackClientConfig slack, List<Installation> installations, InstantSource clock) {
        try (WebApi api = new WebApi(slack, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            List<Finding> findings = new ArrayList<>(
                    installations.stream().map(it -> check(it, api)).toList());
            missing(installations).forEach(findings::add);
            return findings;
        }
    }

    private List<Finding> missing(List<Installation> installations) {
        Set<String> missing = new TreeSet<>(config.allowedTeamIds());
        missing.removeAll(
                installations.stream().map(it -> it.workspace().teamId()).collect(Collectors.toSet()));
        return missing.stream()
                .map(team ->
                        new Finding(Kind.ABSENT, team + " may install the bot and has not: " + config.installUrl()))
                .toList();
    }

    private Finding check(Installation installation, WebApi api) {
        String name = name(installation.workspace());
        if (!installation.isActive()) return new Finding(Kind.ABSENT, name + endedBecause(installation));
        if (!config.allowedTeamIds().contains(installation.workspace().teamId()))
            return new Finding(
                    Kind.ABSENT, name + " is installed, and not served: LIFELINE_INSTALL_WORKSPACES leaves it out");
        return problem(installation, api)
                .map(problem -> new Finding(Kind.BROKEN, name + problem))
                .orElseGet(() -> new Finding(Kind.WORKS, name + " is installed" + expiry(installation)));
    }

    private static String name(Workspace workspace) {
        return workspace.teamName() + " (" + workspace.teamId() + ")";
    }

    private String endedBecause(Installation installation) {
        String why = switch (installation.state()) {
            case REVOKED -> ": Slack has revoked the token";
            case NOT_RENEWED -> ": the token has expired and could not be renewed";
            case UNINSTALLED, INSTALLED -> ": the app was removed";
        };
        return why + "; install it again at " + config.installUrl()
                + ", or leave it out of LIFELINE_INSTALL_WORKSPACES";
    }

    private static String expiry(Installation installation) {
        return installation
                .expiresAt()
                .map(end -> ", its token renewed before " + end)
                .orElse("");
    }

    private Optional<String> problem(Installation installation, WebApi api) {
        try {
            Tokens tokens = cipher.decrypt(
                    installation.workspace(), installation.tokens().orElseThrow());
            api.callWithToken(ApiMethod.AUTH_TEST, tokens.botToken());
            return Optional.empty();
        } catch (UnreadableTokensException e) {
            return Optional.of(": its tokens cannot be read, " + e.getMessage()
                    + "; put the key with which they were encrypted last into LIFELINE_ENCRYPTION_KEY, or install it again at "
                    + config.installUrl());
        } catch (SlackCallException e) {
            return Optional.of(
                    ": Slack refuses its token (" + e.code() + "); install it again at " + config.installUrl());
        }
    }
}
