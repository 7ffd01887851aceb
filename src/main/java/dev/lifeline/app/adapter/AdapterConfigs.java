package dev.lifeline.app.adapter;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.config.Settings;
import dev.lifeline.slack.oauth.EncryptionKey;
import dev.lifeline.slack.oauth.OAuthConfig;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.transport.CallObserver;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Maps the operator's settings to what the adapters take. */
public final class AdapterConfigs {

    private AdapterConfigs() {}

    /** The adapter to the provider's account; does no I/O. The caller closes it. */
    public static ClassicAdapter classicAdapter(Settings.SoftLayer softLayer) {
        return classicAdapter(softLayer, CallObserver.NONE);
    }

    /** An adapter whose calls are observed. */
    public static ClassicAdapter classicAdapter(Settings.SoftLayer softLayer, CallObserver callObserver) {
        ClassicAccount account = new ClassicAccount(
                softLayer.endpointUrl(),
                softLayer.username(),
                softLayer.apiKey(),
                softLayer.rescueImageId(),
                softLayer.iamUrl());
        return new ClassicAdapter(
                account,
                ClassicClientConfig.defaults()
                        .withCallsPerSecond(softLayer.callsPerSecond())
                        .withProxies(softLayer.proxies()),
                Ticker.systemTicker(),
                callObserver);
    }

    /**
     * Installations by OAuth; empty where they are off.
     *
     * @param publicUrl of the bot's pages
     */
    public static Optional<OAuthConfig> oauthConfig(Settings settings, Supplier<URI> publicUrl) {
        return settings.slack()
                .oauth()
                .map(oauth -> new OAuthConfig(
                        oauth.clientId(),
                        oauth.clientSecret(),
                        oauth.encryptionKeys().stream()
                                .flatMap(key -> EncryptionKey.parse(key).stream())
                                .toList(),
                        oauth.teamIds(),
                        publicUrl));
    }

    public static SlackClientConfig slackConfig(Settings settings) {
        Settings.Slack slack = settings.slack();
        return new SlackClientConfig(
                slack.botToken(),
                slack.appToken(),
                slack.signingSecret(),
                slack.apiUrl(),
                settings.scope().teamIds(),
                slack.proxies());
    }
}
