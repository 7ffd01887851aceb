package dev.lifeline;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.approval.Policy;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.classic.ClassicAccount;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.classic.ClassicTuning;
import dev.lifeline.command.Desk;
import dev.lifeline.command.FrontDesk;
import dev.lifeline.command.LinkDesk;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Voice;
import dev.lifeline.reach.NetworkReach;
import dev.lifeline.rescue.Patience;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Watch;
import dev.lifeline.server.Endpoints;
import dev.lifeline.server.Health;
import dev.lifeline.server.HttpDoor;
import dev.lifeline.server.Posted;
import dev.lifeline.slack.HttpAnswer;
import dev.lifeline.slack.Shelves;
import dev.lifeline.slack.SlackAccount;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.slack.SlackNotUsable;
import dev.lifeline.slack.Undeliverable;
import dev.lifeline.store.Engine;
import dev.lifeline.store.Store;
import dev.lifeline.workflow.Bench;
import dev.lifeline.workflow.Cadence;
import dev.lifeline.workflow.Rounds;
import dev.lifeline.workflow.Steps;
import dev.lifeline.workflow.Unheard;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: everything put together in named groups, started in one order and stopped in the other. */
public final class Bot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private static final String REQUEST_LANE = "request:";
    private static final Duration KNOCK_PATIENCE = Duration.ofSeconds(3);
    private static final int KNOCKERS = 16;

    private final Settings settings;
    private final InstantSource clock;
    private final Store store;
    private final ClassicDoor classic;
    private final NetworkReach reach;
    private final SlackDoor slack;
    private final ExecutorService knockers = Executors.newFixedThreadPool(KNOCKERS, Bot::daemon);
    private final Chronicle chronicle;
    private final AccessCheck access;
    private final Bench bench;
    private final Policy policy;
    private final Engine engine;
    private final HttpDoor http;

    /** Where people reach the bot's pages; right once the port is open, which is before anybody can ask. */
    private volatile URI publicUrl;

    /**
     * Builds and starts everything.
     *
     * @throws IOException when the HTTP port cannot be listened on
     * @throws SlackNotUsable when Slack refuses the token for good
     * @throws dev.lifeline.classic.KeyRefused when the provider refuses the key for good
     */
    public Bot(Settings settings, Cadence cadence, Patience patience, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.publicUrl = settings.served().publicUrl(settings.local().httpPort());
        this.store = Store.open(settings.local().databaseUrl(), clock);
        this.classic = provider(settings.account(), clock);
        this.reach =
                new NetworkReach(settings.local().sshPort(), settings.local().rdpPort(), KNOCK_PATIENCE);
        this.slack = new SlackDoor(slackAccount(settings), shelves(), this::undeliverable, clock);
        this.chronicle = new Chronicle(
                store.requests(),
                store.announcer(),
                store.auditLog(),
                Voice.in(settings.local().language()),
                clock);
        this.access = new AccessCheck(slack.people(), classic.cloudUsers(), store.links(), clock);
        this.bench = new Bench(
                access,
                classic.devices(),
                classic.rescueKernel(),
                reach,
                store.requests(),
                chronicle,
                store.atomically(),
                clock,
                cadence);
        this.policy = policy(settings.local().policy());
        this.engine = store.engine(jobs(patience), Engine.Pace.USUAL);
        this.http = started();
    }

    private Shelves shelves() {
        return new Shelves(store.inbox(), store.outbox(), store.whereabouts(), store.replays(), store.budgets());
    }

    private HttpDoor started() throws IOException {
        try {
            check();
            classic.warmUp();
            HttpDoor door = openHttp();
            engine.start();
            slack.start();
            return door;
        } catch (IOException | RuntimeException failed) {
            closeDoors();
            throw failed;
        }
    }

    /** A wrong key ends the start; a platform that is merely away does not. */
    private void check() {
        try {
            LOG.info("Slack knows the bot in workspace {}", slack.probe().team());
        } catch (SlackNotUsable notUsable) {
            if (!notUsable.passing()) throw notUsable;
            LOG.warn("{}", notUsable.getMessage());
        }
        try {
            LOG.info("The provider knows the bot as {}", classic.currentUser().username());
        } catch (ProviderUnreachable away) {
            LOG.warn("The provider does not answer yet: {}", away.getMessage());
        }
    }

    private Engine.Jobs jobs(Patience patience) {
        FrontDesk frontDesk = new FrontDesk(store.inbox(), slack.people(), store.atomically(), desk());
        Rounds rounds = new Rounds(bench, new Watch(patience), policy, knockers);
        return new Engine.Jobs(
                new Answering(store.inbox(), frontDesk),
                new Stepping(new Steps(bench)),
                new Delivering(store.outbox(), slack),
                () -> lookedAround(rounds));
    }

    private Duration lookedAround(Rounds rounds) {
        Duration next = rounds.tick();
        slack.reconsider();
        return next;
    }

    private Desk desk() {
        return new Desk(
                access,
                classic.devices(),
                classic.rescueKernel(),
                store.requests(),
                chronicle,
                store.announcer(),
                clock,
                new Furnishing(settings, store, classic, slack).rooms(access, policy, () -> publicUrl));
    }

    private Policy policy(Optional<Path> file) {
        return file.<Policy>map(path -> new PolicyFile(path, slack.directory())).orElse(Policy.PERMISSION_DECIDES);
    }

    private void undeliverable(Outbox.Letter letter, Undeliverable.Reason reason) {
        if (letter.content() instanceof Outbox.Content.Card && letter.lane().startsWith(REQUEST_LANE))
            new Unheard(bench, store.announcer(), slack.people())
                    .card(
                            new RequestId(letter.lane().substring(REQUEST_LANE.length())),
                            reason == Undeliverable.Reason.NOT_INVITED);
    }

    private HttpDoor openHttp() throws IOException {
        Health health = new Health().part("slack", slack::ready).part("database", store::healthy);
        Optional<Posted> endpoint = settings.slack().signingSecret().map(secret -> this::posted);
        PrometheusMeterRegistry metrics = Gauges.of(store, slack);
        Endpoints endpoints =
                new Endpoints(endpoint, Optional.of(new LinkDesk(desk(), store.atomically(), slack::workspace)));
        HttpDoor door =
                HttpDoor.open(settings.local().httpHost(), settings.local().httpPort(), health, metrics, endpoints);
        publicUrl = settings.served().publicUrl(door.port());
        return door;
    }

    private Posted.Reply posted(Map<String, String> headers, byte[] body) {
        HttpAnswer answer = slack.answer("POST", headers, body);
        return new Posted.Reply(answer.status(), answer.contentType(), answer.body());
    }

    /** The port of health, metrics and Slack's endpoint. */
    public int httpPort() {
        return http.port();
    }

    /** Whether what people do reaches the bot by now. */
    public boolean ready() {
        return slack.ready() && store.healthy();
    }

    /** The door to the provider's account that the settings name. */
    public static ClassicDoor provider(Settings.Account account, InstantSource clock) {
        ClassicAccount classic = new ClassicAccount(
                account.endpoint(), account.username(), account.apiKey(), account.rescueImage(), account.iam());
        return new ClassicDoor(classic, clock, ClassicTuning.usual().atMost(account.callsPerSecond()));
    }

    static SlackAccount slackAccount(Settings settings) {
        Settings.Slack slack = settings.slack();
        return new SlackAccount(
                slack.botToken(),
                slack.appToken(),
                slack.signingSecret(),
                slack.apiUrl(),
                settings.served().workspaces());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lifeline-knock");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing comes in any more, work in hand is finished, then the doors close. */
    @Override
    public void close() {
        http.close();
        closeDoors();
    }

    private void closeDoors() {
        slack.close();
        engine.close();
        knockers.shutdownNow();
        reach.close();
        classic.close();
        store.close();
    }
}
