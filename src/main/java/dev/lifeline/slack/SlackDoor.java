package dev.lifeline.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.access.People;
import dev.lifeline.command.Inbox;
import dev.lifeline.message.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The only door to Slack. What people do goes to the {@link Inbox} before it is acknowledged; what the bot says comes from the {@link
 * Outbox} whenever somebody asks to deliver.
 */
public final class SlackDoor implements AutoCloseable {

    private final BoltFrame bolt;
    private final WebApi api;
    private final SlackPeople people;
    private final LaneDelivery delivery;
    private final Optional<SocketLine> socket;
    private final Optional<HttpLine> http;

    /**
     * Builds the door; nothing is asked of Slack yet.
     *
     * @param undeliverable is told of letters that never arrive
     */
    public SlackDoor(
            SlackAccount account, Inbox inbox, Outbox outbox, Undeliverable undeliverable, InstantSource clock) {
        ObjectMapper json = new ObjectMapper();
        this.bolt = new BoltFrame(account.apiUrl());
        this.api = new WebApi(account, json, new Silences(clock));
        HomeSearch homes = new HomeSearch(api);
        this.people = new SlackPeople(api, homes, clock);
        this.delivery = new LaneDelivery(outbox, carrier(outbox, homes, clock), undeliverable, clock);
        new Listeners(inbox, new Asks(clock), homes).register(bolt.app());
        Doorstep doorstep = new Doorstep(bolt.app(), homes, api);
        this.socket = account.appToken()
                .map(token -> new SocketLine(token, bolt.slack(), api, homes, new Crew(doorstep, json)));
        this.http = account.signingSecret()
                .map(secret -> new HttpLine(new Signature(secret), new RecentReplays(clock), doorstep, json, clock));
    }

    private LetterCarrier carrier(Outbox outbox, HomeSearch homes, InstantSource clock) {
        Postings postings = new Postings(api);
        return new LetterCarrier(
                outbox, postings, new LostPosting(api, homes), new PrivateAnswers(api, postings), new Pace(clock));
    }

    /** Opens the Socket Mode connection in the background, where there is an app token; keeps at it for as long as it takes. */
    public void start() {
        socket.ifPresent(SocketLine::start);
    }

    /** Whether what people do reaches the bot: a live connection, or HTTP mode. */
    public boolean ready() {
        return socket.map(SocketLine::live).orElse(http.isPresent());
    }

    /** Who is who, by Slack's word. */
    public People people() {
        return people;
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
     * Asks Slack who the bot is.
     *
     * @throws SlackNotUsable with what to do about it
     */
    public SlackSelf probe() {
        return new SelfTest(api).run();
    }

    /** Finishes and acknowledges what was begun, hangs up for good, and lets go of every thread; takes some seconds at most. */
    @Override
    public void close() {
        socket.ifPresent(SocketLine::close);
        bolt.close();
        api.close();
    }
}
