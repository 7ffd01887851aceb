package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.access.People;
import dev.lifeline.approval.Directory;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.message.Windows;
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
public final class SlackDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

    /** While one is refreshed or lost, the other goes on taking deliveries; Slack allows ten (slack.md 2.3). */
    private static final int CONNECTIONS = 2;

    private final BoltFrame bolt;
    private final WebApi api;
    private final HomeSearch homes;
    private final Whisper whisper;
    private final SlackWindows windows;
    private final SlackPeople people;
    private final SlackDirectory directory;
    private final LaneDelivery delivery;
    private final Modals modals;
    private final Optional<SocketLines> sockets;
    private final Optional<HttpLine> http;

    /**
     * Builds the door; nothing is asked of Slack yet.
     *
     * @param undeliverable is told of letters that never arrive
     */
    public SlackDoor(SlackAccount account, Shelves shelves, Undeliverable undeliverable, InstantSource clock) {
        ObjectMapper json = new ObjectMapper();
        this.bolt = new BoltFrame(account.apiUrl());
        this.api = new WebApi(account, json, shelves.budgets(), clock);
        this.whisper = new Whisper(account);
        this.windows = new SlackWindows(api, whisper);
        this.homes = new HomeSearch(api);
        this.people = new SlackPeople(api, homes, account.workspaces(), clock);
        this.directory = new SlackDirectory(api, shelves.whereabouts(), clock);
        this.delivery =
                new LaneDelivery(shelves.forwarded(), carrier(shelves, homes, clock), undeliverable, homes, clock);
        this.modals = new Modals(api, people);
        new Listeners(shelves, new Asks(clock), homes, modals, windows).register(bolt.app());
        Doorstep doorstep = new Doorstep(bolt.app(), homes, new Apologies(api));
        this.sockets = account.appToken()
                .map(token -> SocketLines.of(
                        CONNECTIONS,
                        new Crew(doorstep, json),
                        crew -> new SocketLine(token, bolt.slack(), api, homes, crew)));
        this.http = account.signingSecret()
                .map(secret -> new HttpLine(new Signature(secret), shelves.replays(), doorstep, json, clock));
    }

    private LetterCarrier carrier(Shelves shelves, HomeSearch homes, InstantSource clock) {
        Postings postings = new Postings(api);
        LostPosting lost = new LostPosting(api, homes);
        return new LetterCarrier(shelves, postings, lost, api, clock);
    }

    /** Opens the Socket Mode connections in the background, where there is an app token; keeps at it for as long as it takes. */
    public void start() {
        sockets.ifPresent(SocketLines::start);
    }

    /** Whether what people do reaches the bot, and it may answer: a live connection, or HTTP mode, and a token that is not revoked. */
    public boolean ready() {
        return !homes.lost() && sockets.map(SocketLines::live).orElse(http.isPresent());
    }

    /** Asks Slack whether the token is good again, where it was said to be good no more: while nothing is to be said, nobody else asks. */
    public void reconsider() {
        try {
            homes.stillOurs();
        } catch (SlackFailure stillLost) {
            LOG.debug("Slack does not take the token yet: {}", stillLost.code());
        }
    }

    /** The name of the bot's workspace; empty while Slack has not told it. */
    public String workspace() {
        try {
            return homes.home().team();
        } catch (SlackFailure silence) {
            return "";
        }
    }

    /** Who is who, by Slack's word. */
    public People people() {
        return people;
    }

    /** The windows that people have open. */
    public Windows windows() {
        return windows;
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
    public Optional<Instant> deliver(String lane) {
        return delivery.deliver(lane);
    }

    /** Answers a request at Slack's endpoint; 404 where HTTP mode is off. */
    public HttpAnswer answer(String method, Map<String, String> headers, byte[] body) {
        return http.map(line -> line.answer(method, headers, body)).orElse(HttpAnswer.text(404, ""));
    }

    /**
     * Asks Slack who the bot is, and remembers where it is at home: the first delivery over HTTP has no time to wait for that.
     *
     * @throws SlackNotUsable with what to do about it
     */
    public SlackSelf probe() {
        SlackSelf self = new SelfTest(api).run();
        if (http.isPresent()) workspace();
        return self;
    }

    /**
     * Asks Slack who the bot is, without a door.
     *
     * @throws SlackNotUsable with what to do about it
     */
    public static SlackSelf probe(SlackAccount account, InstantSource clock) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new OwnBudgets(clock), clock)) {
            return new SelfTest(api).run();
        }
    }

    /** Looks something up in Slack's directory, without a door. */
    public static <T> T lookedUp(SlackAccount account, InstantSource clock, Function<Directory, T> question) {
        try (WebApi api = new WebApi(account, new ObjectMapper(), new OwnBudgets(clock), clock)) {
            return question.apply(new SlackDirectory(api, Whereabouts.SETTLED, clock));
        }
    }

    /** Finishes and acknowledges what was begun, hangs up for good, and lets go of every thread; takes some seconds at most. */
    @Override
    public void close() {
        sockets.ifPresent(SocketLines::close);
        modals.close();
        bolt.close();
        api.close();
        whisper.close();
    }
}
