package dev.lifeline.slack.oauth;

import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.InstallPages;
import dev.lifeline.message.reply.InstallPages.Refusal;
import dev.lifeline.slack.port.OAuthStates;
import dev.lifeline.slack.webapi.BotScope;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WorkspaceIdentity;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the bot in further workspaces (https://docs.slack.dev/authentication/installing-with-oauth). The {@code state} parameter is valid
 * once, for ten minutes, and in the browser that began: without that, somebody could have a victim's browser finish an installation of
 * theirs. Thread-safe; blocks for the store and for calls of Slack.
 */
public final class Installer {

    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);

    private static final Duration STATE_TTL = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 32;
    private static final String ACCESS_DENIED = "access_denied";

    private final OAuthConfig config;
    private final URI authorizeUrl;
    private final InstallationParts parts;
    private final WorkspaceResolver home;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Installer(
            OAuthConfig config,
            URI authorizeUrl,
            InstallationParts parts,
            WorkspaceResolver home,
            InstantSource clock) {
        this.config = config;
        this.authorizeUrl = authorizeUrl;
        this.parts = parts;
        this.home = home;
        this.clock = clock;
    }

    /** What an installation works with. */
    record InstallationParts(OAuthStates states, OAuthClient client, SlackInstallations installations) {}

    /**
     * How an installation begins.
     *
     * @param redirect to Slack's page, where somebody agrees
     * @param returnUrl the bot's page to which Slack leads back
     * @param browser the secret of the cookie with which the browser has to come back
     */
    public record Beginning(URI redirect, URI returnUrl, String browser) {}

    /** Begins; empty where too many installations are under way. */
    public Optional<Beginning> begin() {
        String state = randomText();
        String browser = randomText();
        boolean remembered = parts.states()
                .add(
                        DigestUtils.sha256Hex(state),
                        DigestUtils.sha256Hex(browser),
                        clock.instant().plus(STATE_TTL));
        return remembered
                ? Optional.of(new Beginning(authorizeUrl(state), config.redirectUrl(), browser))
                : Optional.empty();
    }

    private URI authorizeUrl(String state) {
        String scopes = String.join(",", new TreeSet<>(BotScope.names()));
        return URI.create(authorizeUrl + "?client_id=" + encode(config.clientId()) + "&scope=" + encode(scopes)
                + "&state=" + encode(state) + "&redirect_uri="
                + encode(config.redirectUrl().toString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The page for somebody who cannot begin just now. */
    public Page tooMany(Locale locale) {
        return InstallPages.in(locale).refused(Refusal.TOO_MANY);
    }

    /** The page after a fault of the bot. */
    public Page failed(Locale locale) {
        return InstallPages.in(locale).refused(Refusal.TROUBLE);
    }

    /**
     * What Slack sends the browser back with; each may be empty.
     *
     * @param browser the cookie's secret
     */
    public record Return(String code, String state, String error, String browser) {}

    /** Finishes; the page says what became of it. Nothing is asked of Slack before the state has proved to be of this browser. */
    public Page finish(Return returned, Locale locale) {
        InstallPages pages = InstallPages.in(locale);
        boolean expected = parts.states()
                .consume(DigestUtils.sha256Hex(returned.state()), DigestUtils.sha256Hex(returned.browser()));
        if (!expected) return pages.refused(Refusal.STATE);
        if (returned.error().equals(ACCESS_DENIED)) return pages.refused(Refusal.DENIED);
        if (!returned.error().isEmpty() || returned.code().isEmpty()) return pages.refused(Refusal.SLACK);
        try {
            return install(parts.client().exchange(returned.code()), pages);
        } catch (SlackCallException e) {
            LOG.warn("Installation failed: {}", e.getMessage());
            return pages.refused(e.errorKind().mayPass() ? Refusal.UNAVAILABLE : Refusal.SLACK);
        }
    }

    private Page install(Grant grant, InstallPages pages) {
        Optional<Refusal> refusal = refusal(grant);
        if (refusal.isEmpty()) {
            parts.installations().save(grant);
            LOG.info("Installed in workspace {}", grant.workspace().teamId());
            return pages.installed(grant.workspace().teamName());
        }
        LOG.warn("Installation in workspace {} refused: {}", grant.workspace().teamId(), refusal.get());
        // for the home workspace Slack grants the very token that the bot works with
        if (refusal.get() != Refusal.HOME) parts.client().revoke(grant.tokens().botToken());
        return pages.refused(refusal.get());
    }

    private Optional<Refusal> refusal(Grant grant) {
        WorkspaceIdentity own = home.identity();
        String teamId = grant.workspace().teamId();
        if (teamId.equals(own.teamId())) return Optional.of(Refusal.HOME);
        if (grant.orgWide()) return Optional.of(Refusal.ORGANISATION);
        boolean otherApp = own.appId()
                .filter(app -> !app.equals(grant.workspace().appId()))
                .isPresent();
        if (otherApp || !grant.isComplete()) return Optional.of(Refusal.SLACK);
        return config.allowedTeamIds().contains(teamId) ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
    }
}
