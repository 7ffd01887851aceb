package dev.lifeline.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Directory;
import dev.lifeline.handler.inbox.DevicePicker;
import dev.lifeline.handler.inbox.HomeTab;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.RequestForms;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.home.HomePublisher;
import dev.lifeline.slack.home.HomeViews;
import dev.lifeline.slack.inbound.BoltApp;
import dev.lifeline.slack.inbound.DeliveryDispatcher;
import dev.lifeline.slack.inbound.DeliveryWorkers;
import dev.lifeline.slack.inbound.ErrorReplies;
import dev.lifeline.slack.inbound.EventListeners;
import dev.lifeline.slack.inbound.EventsEndpoint;
import dev.lifeline.slack.inbound.FormListeners;
import dev.lifeline.slack.inbound.InboundStorage;
import dev.lifeline.slack.inbound.InteractionMapper;
import dev.lifeline.slack.inbound.Listeners;
import dev.lifeline.slack.inbound.PickerListeners;
import dev.lifeline.slack.inbound.RequestVerifier;
import dev.lifeline.slack.inbound.SocketModeConnection;
import dev.lifeline.slack.inbound.SocketModeConnections;
import dev.lifeline.slack.inbound.Suggestions;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.SecretWebApi;
import dev.lifeline.slack.oauth.Installer;
import dev.lifeline.slack.oauth.OAuthConfig;
import dev.lifeline.slack.oauth.OAuthInstallation;
import dev.lifeline.slack.outbox.ChannelCanvases;
import dev.lifeline.slack.outbox.ChannelMessages;
import dev.lifeline.slack.outbox.ChatApi;
import dev.lifeline.slack.outbox.ChatRateLimits;
import dev.lifeline.slack.outbox.DirectMessages;
import dev.lifeline.slack.outbox.EphemeralReplies;
import dev.lifeline.slack.outbox.MessageSender;
import dev.lifeline.slack.outbox.OutboxRelay;
import dev.lifeline.slack.outbox.PostedMessageFinder;
import dev.lifeline.slack.outbox.RedirectingOutbox;
import dev.lifeline.slack.outbox.SharedChannels;
import dev.lifeline.slack.outbox.StatusLinks;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.webapi.InstalledWorkspaces;
import dev.lifeline.slack.webapi.MentionLocalizer;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackDirectory;
import dev.lifeline.slack.webapi.SlackUserLookup;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.Workspaces;
import dev.lifeline.transport.CallObserver;
import dev.lifeline.transport.SendGuard;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * The only adapter to Slack: looks up users and directory entries, and gives the two directions of traffic, {@link #inbound} and
 * {@link #outboxRelay}. Thread-safe. {@link #close} comes last, after both directions have ended.
 */
public final class SlackAdapter implements AutoCloseable {

    /** Far above any payload or response; a megabyte of JSON may have half a million tokens, each of which takes 50 bytes. */
    private static final long MAX_JSON_TOKENS = 100_000;

    /**
     * While one is replaced or lost, the other receives deliveries; Slack allows ten (src/docs/platform/slack.md, section Socket Mode
     * connections).
     */
    private static final int SOCKET_CONNECTIONS = 2;

    private final SlackClientConfig config;
    private final SharedRateLimiter rateLimiter;
    private final ChannelRedirects channelRedirects;
    private final InstantSource clock;
    private final Ticker ticker;
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxTokenCount(MAX_JSON_TOKENS)
                    .build())
            .build());
    private final WebApi homeApi;
    private final WebApi api;
    private final Optional<OAuthInstallation> oauth;
    private final Workspaces workspaces;
    private final SecretWebApi secretApi;
    private final SecretModal modalUpdater;
    private final SlackUserLookup users;
    private final SlackDirectory directory;
    private final SharedChannels sharedChannels;

    /**
     * Builds the adapter; nothing is sent to Slack yet.
     *
     * @param config tokens and address of the workspace
     * @param rateLimiter Slack's limits, shared by all replicas
     */
    public SlackAdapter(
            SlackClientConfig config,
            SharedRateLimiter rateLimiter,
            ChannelRedirects channelRedirects,
            InstantSource clock) {
        this(config, rateLimiter, channelRedirects, clock, Ticker.systemTicker());
    }

    /** @param ticker monotonic; the age of what is cached is measured by it */
    public SlackAdapter(
            SlackClientConfig config,
            SharedRateLimiter rateLimiter,
            ChannelRedirects channelRedirects,
            InstantSource clock,
            Ticker ticker) {
        this(config, new SharedState(rateLimiter, channelRedirects), clock, ticker, CallObserver.NONE);
    }

    /**
     * What all replicas share.
     *
     * @param rateLimiter Slack's limits
     * @param channelRedirects the ids that channels have had
     * @param oauth installations in further workspaces; empty where the bot serves the workspace of its token
     */
    public record SharedState(
            SharedRateLimiter rateLimiter, ChannelRedirects channelRedirects, Optional<OAuthSetup> oauth) {

        /** For one workspace. */
        public SharedState(SharedRateLimiter rateLimiter, ChannelRedirects channelRedirects) {
            this(rateLimiter, channelRedirects, Optional.empty());
        }
    }

    /** How workspaces are installed, and where the installations are. */
    public record OAuthSetup(OAuthConfig config, OAuthInstallation.Shared shared) {}

    /**
     * What modals and Home tabs show.
     *
     * @param requestForms what the forms of requests need to know
     * @param devicePicker the devices that people can choose from
     * @param language of the workspace, for people of whom nothing is known
     */
    public record Screens(RequestForms requestForms, DevicePicker devicePicker, HomeTab homeTab, Locale language) {

        /** Nothing. */
        public static final Screens NONE =
                new Screens(RequestForms.NONE, DevicePicker.NONE, HomeTab.NONE, Locale.ENGLISH);
    }

    /**
     * An adapter whose calls are observed; nothing is sent to Slack yet.
     *
     * @param ticker monotonic; the age of what is cached is measured by it
     * @param callObserver is told of each call of the Web API
     */
    public SlackAdapter(
            SlackClientConfig config,
            SharedState shared,
            InstantSource clock,
            Ticker ticker,
            CallObserver callObserver) {
        this.config = config;
        this.rateLimiter = shared.rateLimiter();
        this.channelRedirects = shared.channelRedirects();
        this.clock = clock;
        this.ticker = ticker;
        this.homeApi = new WebApi(config, json, rateLimiter, clock, callObserver);
        this.oauth = shared.oauth()
                .map(setup -> new OAuthInstallation(setup.config(), setup.shared(), homeApi, clock, ticker));
        this.api = oauth.map(this::acrossWorkspaces).orElse(homeApi);
        this.secretApi = new SecretWebApi(config);
        this.workspaces =
                new Workspaces(api, oauth.map(OAuthInstallation::workspaces).orElse(InstalledWorkspaces.NONE));
        this.users = new SlackUserLookup(api, workspaces, config.servedTeamIds(), ticker);
        this.modalUpdater = new SecretModal(api, secretApi, users);
        this.directory = new SlackDirectory(api, channelRedirects, ticker);
        this.sharedChannels = new SharedChannels(api, ticker);
    }

    private WebApi acrossWorkspaces(OAuthInstallation installation) {
        return homeApi.across(installation.workspaces(), new MentionLocalizer(json, this::nameOf));
    }

    /** The name of somebody who cannot be mentioned; the id where Slack does not tell. */
    private String nameOf(String scopedId) {
        try {
            return users.get(new SlackUserId(scopedId)).name();
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return ScopedId.bare(scopedId);
        }
    }

    /**
     * Builds the receiving direction; nothing is connected yet. Called once.
     *
     * @param screens what modals and Home tabs show
     * @param outbox tells where the status messages are
     */
    public SlackInbound inbound(Inbox inbox, SeenSignatures seenSignatures, Screens screens, Outbox outbox) {
        BoltApp bolt = new BoltApp(config.apiUrl(), config.proxies());
        ModalOpener modalOpener = new ModalOpener(api, users);
        Suggestions suggestions = new Suggestions();
        InboundStorage storage = new InboundStorage(inbox, channelRedirects);
        InteractionMapper mapper = new InteractionMapper(clock);
        PickerListeners pickers =
                new PickerListeners(storage, mapper, modalOpener, screens.devicePicker(), suggestions);
        FormListeners forms = new FormListeners(storage, mapper, modalOpener, screens.requestForms());
        new Listeners(storage, mapper, modalUpdater, forms, pickers).register(bolt.app());
        HomePublisher homePublisher = homePublisher(screens.homeTab(), outbox);
        new EventListeners(storage, mapper, workspaces, homePublisher).register(bolt.app());
        DeliveryDispatcher dispatcher = new DeliveryDispatcher(
                bolt.app(),
                workspaces,
                new ErrorReplies(api, users, screens.language()),
                oauth.map(installation -> installation::installUrl));
        return new SlackInbound(
                bolt,
                new ViewThreads(modalOpener, suggestions, homePublisher),
                workspaces.home(),
                config.appToken().map(token -> socketConnections(token, bolt, dispatcher)),
                config.signingSecret()
                        .map(secret -> new EventsEndpoint(
                                new RequestVerifier(secret), seenSignatures, dispatcher, json, clock)));
    }

    private HomePublisher homePublisher(HomeTab homeTab, Outbox outbox) {
        Outbox redirecting = new RedirectingOutbox(outbox, channelRedirects);
        StatusLinks statusLinks = new StatusLinks(redirecting, new ChatApi(api, SendGuard.NONE), ticker);
        return new HomePublisher(homeTab, statusLinks, new HomeViews(api, rateLimiter), clock);
    }

    private SocketModeConnections socketConnections(String appToken, BoltApp bolt, DeliveryDispatcher dispatcher) {
        return SocketModeConnections.of(
                SOCKET_CONNECTIONS,
                new DeliveryWorkers(dispatcher, json, System::nanoTime),
                workers -> new SocketModeConnection(appToken, bolt, api, workspaces.home(), workers));
    }

    /**
     * Builds the sending direction, a job that has one key for each stream.
     *
     * @param failureListener is notified of outbox messages that can never be delivered
     */
    public OutboxRelay outboxRelay(Outbox outbox, DeliveryFailureListener failureListener) {
        Outbox redirecting = new RedirectingOutbox(outbox, channelRedirects);
        ChatApi chatApi = new ChatApi(api, redirecting::checkRight);
        PostedMessageFinder messageFinder = new PostedMessageFinder(api, workspaces);
        DirectMessages directMessages = new DirectMessages(redirecting, chatApi, messageFinder, users, clock);
        MessageSender sender = new MessageSender(
                redirecting,
                new ChatRateLimits(rateLimiter, clock),
                new ChannelMessages(chatApi, messageFinder, sharedChannels),
                directMessages,
                new EphemeralReplies(chatApi, directMessages, channelRedirects));
        return new OutboxRelay(redirecting, sender, failureListener, workspaces, clock);
    }

    /**
     * Checks revoked tokens again, needed while no message is due that would do so, and renews those that expire. Returns at once while
     * there is none, else blocks for two calls each.
     */
    public void maintainTokens() {
        workspaces.recheckTokens();
        oauth.ifPresent(OAuthInstallation::maintain);
    }

    /** Installs the bot in further workspaces; empty where that is off. */
    public Optional<Installer> installer() {
        URI authorizeUrl = config.apiUrl().resolve("../oauth/v2/authorize");
        return oauth.map(installation -> installation.installer(authorizeUrl, workspaces.home()));
    }

    /** Name of a person's workspace; empty while Slack has not returned it. Blocks until it is known or the call failed. */
    public String workspaceName(SlackUserId user) {
        return teamName(ScopedId.workspace(user.value()));
    }

    private String teamName(String workspace) {
        try {
            return workspaces.identity(workspace).teamName();
        } catch (SlackCallException e) {
            return "";
        }
    }

    /** Users of the workspace. */
    public SlackUsers users() {
        return users;
    }

    /** The modals that people have open. */
    public ModalUpdater modalUpdater() {
        return modalUpdater;
    }

    /** Documents in channels. */
    public Canvases canvases() {
        return new ChannelCanvases(api, sharedChannels);
    }

    /** User groups, users and channels that a policy names. */
    public Directory directory() {
        return directory;
    }

    /**
     * Checks the tokens and resolves the workspace, because the first delivery over HTTP cannot wait for that.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public BotIdentity checkTokens() {
        BotIdentity identity = new TokenCheck(api).run();
        if (config.signingSecret().isPresent()) teamName(ScopedId.HOME);
        return identity;
    }

    /** Closes the HTTP connections of both clients and ends their threads. */
    @Override
    public void close() {
        homeApi.close();
        secretApi.close();
    }
}
