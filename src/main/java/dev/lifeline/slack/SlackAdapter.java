package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Directory;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.slack.inbound.BoltApp;
import dev.lifeline.slack.inbound.DeliveryDispatcher;
import dev.lifeline.slack.inbound.DeliveryWorkers;
import dev.lifeline.slack.inbound.ErrorReplies;
import dev.lifeline.slack.inbound.EventsEndpoint;
import dev.lifeline.slack.inbound.InteractionMapper;
import dev.lifeline.slack.inbound.Listeners;
import dev.lifeline.slack.inbound.RequestVerifier;
import dev.lifeline.slack.inbound.SlackHttpResponse;
import dev.lifeline.slack.inbound.SocketModeConnection;
import dev.lifeline.slack.inbound.SocketModeConnections;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.SecretWebApi;
import dev.lifeline.slack.outbox.ChatApi;
import dev.lifeline.slack.outbox.DeliveryFailureListener;
import dev.lifeline.slack.outbox.MessageSender;
import dev.lifeline.slack.outbox.OutboxRelay;
import dev.lifeline.slack.outbox.PostedMessageFinder;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackDirectory;
import dev.lifeline.slack.webapi.SlackStorage;
import dev.lifeline.slack.webapi.SlackUserLookup;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only adapter to Slack. What people do is stored in the inbox before it is acknowledged (promise P2); messages of the outbox are
 * sent when {@link #deliver} is called. Thread-safe. Call {@link #checkTokens} and {@link #start} once, {@link #close} last.
 */
public final class SlackAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

    /**
     * While one is replaced or lost, the other receives deliveries; Slack allows ten (src/docs/platform/slack.md, section Socket Mode
     * connections).
     */
    private static final int SOCKET_CONNECTIONS = 2;

    private final BoltApp bolt;
    private final WebApi api;
    private final WorkspaceResolver workspaceResolver;
    private final SecretWebApi secretApi;
    private final SecretModal modalUpdater;
    private final SlackUserLookup users;
    private final SlackDirectory directory;
    private final OutboxRelay outboxRelay;
    private final ModalOpener modalOpener;
    private final Optional<SocketModeConnections> socketConnections;
    private final Optional<EventsEndpoint> eventsEndpoint;

    /**
     * Builds the adapter; nothing is sent to Slack yet.
     *
     * @param account tokens and address of the workspace
     * @param slackStorage where interactions, outbox messages and what replicas share are kept
     * @param deliveryFailureListener is told of outbox messages that can never be delivered
     */
    public SlackAdapter(
            SlackClientConfig account,
            SlackStorage slackStorage,
            DeliveryFailureListener deliveryFailureListener,
            InstantSource clock) {
        ObjectMapper json = new ObjectMapper();
        this.bolt = new BoltApp(account.apiUrl());
        this.api = new WebApi(account, json, slackStorage.rateLimiter(), clock);
        this.secretApi = new SecretWebApi(account);
        this.modalUpdater = new SecretModal(api, secretApi);
        this.workspaceResolver = new WorkspaceResolver(api);
        this.users = new SlackUserLookup(api, workspaceResolver, account.servedTeamIds(), clock);
        this.directory = new SlackDirectory(api, slackStorage.channelRedirects(), clock);
        this.outboxRelay = new OutboxRelay(
                slackStorage.redirectingOutbox(),
                messageSender(slackStorage, workspaceResolver, clock),
                deliveryFailureListener,
                workspaceResolver,
                clock);
        this.modalOpener = new ModalOpener(api, users);
        new Listeners(slackStorage, new InteractionMapper(clock), workspaceResolver, modalOpener, modalUpdater)
                .register(bolt.app());
        DeliveryDispatcher deliveryDispatcher =
                new DeliveryDispatcher(bolt.app(), workspaceResolver, new ErrorReplies(api));
        this.socketConnections = account.appToken()
                .map(token -> SocketModeConnections.of(
                        SOCKET_CONNECTIONS,
                        new DeliveryWorkers(deliveryDispatcher, json),
                        deliveryWorkers -> new SocketModeConnection(
                                token, bolt.slack(), api, workspaceResolver, deliveryWorkers)));
        this.eventsEndpoint = account.signingSecret()
                .map(secret -> new EventsEndpoint(
                        new RequestVerifier(secret), slackStorage.seenSignatures(), deliveryDispatcher, json, clock));
    }

    private MessageSender messageSender(
            SlackStorage slackStorage, WorkspaceResolver workspaceResolver, InstantSource clock) {
        ChatApi chatApi = new ChatApi(api);
        PostedMessageFinder messageFinder = new PostedMessageFinder(api, workspaceResolver);
        return new MessageSender(slackStorage, chatApi, messageFinder, api, clock);
    }

    /**
     * Opens the Socket Mode connections in the background, where there is an app token; repeats failed attempts until {@link #close}.
     * Returns at once.
     */
    public void start() {
        socketConnections.ifPresent(SocketModeConnections::start);
    }

    /**
     * Whether interactions reach the bot and it can reply: an open connection or HTTP mode, and a token that is not revoked. Never
     * blocks.
     */
    public boolean ready() {
        return !workspaceResolver.tokenInvalid()
                && socketConnections.map(SocketModeConnections::connected).orElse(eventsEndpoint.isPresent());
    }

    /**
     * Checks a revoked token again; needed while no message is due that would do so. Returns at once while the token is valid, else
     * blocks for up to two calls.
     */
    public void recheckToken() {
        try {
            workspaceResolver.requireValidToken();
        } catch (SlackCallException e) {
            LOG.debug("Bot token still rejected by Slack: {}", e.code());
        }
    }

    /** Name of the bot's workspace; empty while Slack has not returned it. Blocks until it is known or the call failed. */
    public String workspaceName() {
        try {
            return workspaceResolver.identity().teamName();
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

    /** User groups, users and channels that a policy names. */
    public Directory directory() {
        return directory;
    }

    /**
     * Sends the pending outbox messages of a stream, in order; blocks for the calls. Failures are not thrown, they delay the stream or
     * drop a message that can never be delivered.
     *
     * @return empty when none is left, else when to call again
     * @throws RuntimeException when the outbox cannot be read or written
     */
    public Optional<Instant> deliver(String lane) {
        return outboxRelay.deliver(lane);
    }

    /** Handles a request at Slack's endpoint; 404 where HTTP mode is off. */
    public SlackHttpResponse handleHttpRequest(String method, Map<String, String> headers, byte[] body) {
        return eventsEndpoint.map(endpoint -> endpoint.handle(method, headers, body)).orElse(SlackHttpResponse.text(404, ""));
    }

    /**
     * Checks the tokens and resolves the workspace, because the first delivery over HTTP cannot wait for that.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public BotIdentity checkTokens() {
        BotIdentity identity = new TokenCheck(api).run();
        if (eventsEndpoint.isPresent()) workspaceName();
        return identity;
    }

    /**
     * Checks the tokens of a configuration without an adapter.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public static BotIdentity checkTokens(SlackClientConfig account, InstantSource clock) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return new TokenCheck(api).run();
        }
    }

    /** Runs one directory look-up without an adapter. */
    public static <T> T lookUp(SlackClientConfig account, InstantSource clock, Function<Directory, T> question) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return question.apply(new SlackDirectory(api, ChannelRedirects.NONE, clock));
        }
    }

    /**
     * Finishes and acknowledges running deliveries, closes the connections and ends every thread. Takes some seconds at most while Slack
     * responds.
     */
    @Override
    public void close() {
        socketConnections.ifPresent(SocketModeConnections::close);
        modalOpener.close();
        bolt.close();
        api.close();
        secretApi.close();
    }
}
