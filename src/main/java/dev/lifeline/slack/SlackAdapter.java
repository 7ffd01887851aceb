package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Directory;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.slack.inbound.BoltApp;
import dev.lifeline.slack.inbound.DeliveryDispatcher;
import dev.lifeline.slack.inbound.DeliveryWorkers;
import dev.lifeline.slack.inbound.ErrorReplies;
import dev.lifeline.slack.inbound.EventsEndpoint;
import dev.lifeline.slack.inbound.InteractionMapper;
import dev.lifeline.slack.inbound.Listeners;
import dev.lifeline.slack.inbound.RequestVerifier;
import dev.lifeline.slack.inbound.SocketModeConnection;
import dev.lifeline.slack.inbound.SocketModeConnections;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.SecretWebApi;
import dev.lifeline.slack.outbox.ChatApi;
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
import dev.lifeline.transport.HttpReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door to Slack. What people do goes to the inbox before it is acknowledged; what the bot says comes from
 * the outbox whenever somebody asks to deliver.
 */
public final class SlackAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

    /** While one is refreshed or lost, the other goes on taking deliveries; Slack allows ten (slack.md 2.3). */
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
     * Builds the door; nothing is asked of Slack yet.
     *
     * @param deliveryFailureListener is told of letters that never arrive
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
        PostedMessageFinder lost = new PostedMessageFinder(api, workspaceResolver);
        return new MessageSender(slackStorage, chatApi, lost, api, clock);
    }

    /** Opens the Socket Mode connections in the background, where there is an app token; keeps at it for as long as it takes. */
    public void start() {
        socketConnections.ifPresent(SocketModeConnections::start);
    }

    /** Whether what people do reaches the bot, and it may answer: a live connection, or HTTP mode, and a token that is not revoked. */
    public boolean ready() {
        return !workspaceResolver.tokenInvalid()
                && socketConnections.map(SocketModeConnections::connected).orElse(eventsEndpoint.isPresent());
    }

    /** Asks Slack whether the token is good again, where it was said to be good no more: while nothing is to be said, nobody else asks. */
    public void recheckToken() {
        try {
            workspaceResolver.requireValidToken();
        } catch (SlackCallException stillLost) {
            LOG.debug("Slack does not take the token yet: {}", stillLost.code());
        }
    }

    /** The name of the bot's workspace; empty while Slack has not told it. */
    public String workspaceName() {
        try {
            return workspaceResolver.identity().teamName();
        } catch (SlackCallException silence) {
            return "";
        }
    }

    /** Who is who, by Slack's word. */
    public SlackUsers users() {
        return users;
    }

    /** The windows that people have open. */
    public ModalUpdater modalUpdater() {
        return modalUpdater;
    }

    /** Whom and what the names in a policy mean. */
    public Directory directory() {
        return directory;
    }

    /**
     * Delivers the waiting letters of a lane, in order.
     *
     * @return empty when all are done, else when to call again
     */
    public Optional<Instant> deliver(StreamKey streamKey) {
        return outboxRelay.deliver(streamKey);
    }

    /** Answers a request at Slack's endpoint; 404 where HTTP mode is off. */
    public HttpReply handleHttpRequest(String method, Map<String, String> headers, byte[] body) {
        return eventsEndpoint.map(line -> line.handle(method, headers, body)).orElse(HttpReply.text(404, ""));
    }

    /**
     * Asks Slack who the bot is, and remembers where it is at home: the first delivery over HTTP has no time to wait for that.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public BotIdentity checkTokens() {
        BotIdentity self = new TokenCheck(api).run();
        if (eventsEndpoint.isPresent()) workspaceName();
        return self;
    }

    /**
     * Asks Slack who the bot is, without a door.
     *
     * @throws SlackUnusableException with what to do about it
     */
    public static BotIdentity checkTokens(SlackClientConfig account, InstantSource clock) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return new TokenCheck(api).run();
        }
    }

    /** Looks something up in Slack's directory, without a door. */
    public static <T> T lookUp(SlackClientConfig account, InstantSource clock, Function<Directory, T> question) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new LocalRateLimiter(clock), clock)) {
            return question.apply(new SlackDirectory(api, ChannelRedirects.NONE, clock));
        }
    }

    /** Finishes and acknowledges what was begun, hangs up for good, and lets go of every thread; takes some seconds at most. */
    @Override
    public void close() {
        socketConnections.ifPresent(SocketModeConnections::close);
        modalOpener.close();
        bolt.close();
        api.close();
        secretApi.close();
    }
}
