package dev.lifeline.faults;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Policy;
import dev.lifeline.chronicle.Author;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.classic.ClassicAccount;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.classic.ClassicTuning;
import dev.lifeline.device.DeviceId;
import dev.lifeline.message.Voice;
import dev.lifeline.reach.NetworkReach;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Leaving;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.Patience;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.workflow.Bench;
import dev.lifeline.workflow.Cadence;
import dev.lifeline.workflow.Rounds;
import dev.lifeline.workflow.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The real clockwork on a real database, between the pretend Classic and a notepad; wound by hand, a turn at a time. */
final class Clockwork implements AutoCloseable {

    private static final ClassicTuning HASTY = new ClassicTuning(
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(500),
            new ClassicTuning.Retries(2, Duration.ofMillis(5), Duration.ofMillis(500)),
            1000);
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(600),
            Duration.ofMillis(2200),
            Duration.ofMillis(3000),
            Duration.ofMillis(1200),
            Duration.ofMillis(2000));
    private static final Cadence BRISK =
            new Cadence(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));
    private static final double WINDOW_SECONDS = 20 * 60;
    private static final Duration START_WITHIN = Duration.ofSeconds(8);

    private final InstantSource clock = InstantSource.system();
    private final Store store;
    private final ClassicDoor door;
    /** For what is only preparation. */
    private final ClassicDoor patient;

    private final NetworkReach reach;
    private final ExecutorService knockers = Executors.newFixedThreadPool(2);
    private final Chronicle chronicle;
    private final Requester asha;
    private final Steps steps;
    private final Rounds rounds;

    /** Does not wait long for any answer. */
    static Clockwork hasty(Provider provider, Store store, Heard heard, double speed, Acquaintance acquaintance) {
        return new Clockwork(provider, store, heard, new Manner(speed, HASTY, acquaintance));
    }

    /** Waits for answers as the bot does. */
    static Clockwork patient(Provider provider, Store store, Heard heard, double speed) {
        return new Clockwork(provider, store, heard, new Manner(speed, ClassicTuning.usual(), Acquaintance.LINKED));
    }

    /** @param speed how much faster than the real one's the pretend provider's clock goes */
    private record Manner(double speed, ClassicTuning tuning, Acquaintance acquaintance) {}

    /** Does the bot know which cloud user Asha is? */
    enum Acquaintance {
        LINKED,
        /** For the first time each time: the database may have seen others. */
        UNLINKED;

        private SlackUserId person() {
            return this == LINKED
                    ? Fixtures.ASHA
                    : new SlackUserId("U0"
                            + Long.toString(System.nanoTime(), Character.MAX_RADIX)
                                    .toUpperCase(Locale.ROOT));
        }
    }

    private Clockwork(Provider provider, Store store, Heard heard, Manner manner) {
        this.store = store;
        this.door = new ClassicDoor(account(provider), clock, manner.tuning());
        this.patient = new ClassicDoor(account(provider), clock);
        this.reach = new NetworkReach(
                provider.classic().sshPort(), provider.classic().rdpPort(), Duration.ofMillis(500));
        this.chronicle = new Chronicle(store.requests(), heard, store.auditLog(), Voice.in(Locale.ENGLISH), clock);
        CloudUserId user =
                door.cloudUsers().withEmail("asha@example.com").get(0).id();
        this.asha = new Requester(manner.acquaintance().person(), user, "asha");
        if (manner.acquaintance() == Acquaintance.LINKED)
            store.links().keep(Link.proved(member(), user, clock.instant()));
        Bench bench = bench(manner.speed());
        this.steps = new Steps(bench);
        this.rounds = new Rounds(bench, new Watch(SHORT), Policy.PERMISSION_DECIDES, knockers);
    }

    private Person member() {
        return Fixtures.member(asha.person(), "asha@example.com");
    }

    private static ClassicAccount account(Provider provider) {
        URI endpoint = URI.create(provider.classic().url() + "/rest/v3.1/");
        return new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty());
    }

    private Bench bench(double speed) {
        Person member = member();
        People people = id -> member;
        return new Bench(
                new AccessCheck(people, door.cloudUsers(), store.links(), clock),
                door.devices(),
                door.rescueKernel(),
                reach,
                store.requests(),
                chronicle,
                store.atomically(),
                clock,
                new Cadence(
                        BRISK.changing(),
                        BRISK.steady(),
                        BRISK.idle(),
                        BRISK.again(),
                        Duration.ofMillis(Math.round(WINDOW_SECONDS * 1000 / speed))));
    }

    /** Asha asks for the device and says Yes. */
    RequestId confirmed(DeviceId device, RescueSystem system) {
        Instant now = clock.instant();
        Plan plan = new Plan(
                patient.devices().inspect(device).orElseThrow(),
                asha,
                Fixtures.INCIDENT_42,
                Optional.empty(),
                now,
                new Clearance("", "built-in", Agreement.NONE, Clearance.Terms.NONE, START_WITHIN));
        RequestId id = new RequestId("fault" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "x");
        RescueRequest opened = RescueRequest.opened(id, plan, now.plusSeconds(60));
        store.atomically().run(() -> {
            chronicle.open(opened, Author.CLOCKWORK);
            chronicle.write(
                    opened.confirm(asha, Confirmation.of(system), Electorate.UNNAMED, now)
                            .moved()
                            .orElseThrow(),
                    Author.CLOCKWORK);
        });
        return id;
    }

    /** Asha presses a button that ends the rescue. */
    void ends(RequestId id, boolean hard) {
        store.requests()
                .find(id)
                .flatMap(request -> request.leave(asha, hard, clock.instant()).moved())
                .ifPresent(moved -> store.atomically().run(() -> chronicle.write(moved, Author.CLOCKWORK)));
    }

    /** The order to end it is claimed, and whoever claimed it dies before sending it. */
    void claimsAndDies(RequestId id) {
        Move.Moved claim = store.requests()
                .find(id)
                .flatMap(request -> Leaving.claim(request, clock.instant()))
                .orElseThrow();
        store.atomically().run(() -> chronicle.write(claim, Author.CLOCKWORK));
    }

    /** Does what is due, then looks at everything once. */
    void turn() {
        act();
        look();
    }

    /** Does what is due. */
    void act() {
        steps.pending().forEach(steps::step);
    }

    /** Looks at everything once. */
    void look() {
        rounds.tick();
    }

    /** The request is taken off the books, wherever it stands, so that the next one has them to itself. */
    void abandon(RequestId id) {
        RescueRequest request = store.requests().find(id).orElseThrow();
        if (request.stage().isClosed()) return;
        Move.Moved closed =
                request.close(Ending.FAILED, "the trial is over", clock.instant(), new Happening.Vanished());
        store.atomically().run(() -> store.requests().save(closed.next()));
    }

    Stage stage(RequestId id) {
        return store.requests().find(id).orElseThrow().stage();
    }

    @Override
    public void close() {
        knockers.shutdownNow();
        reach.close();
        door.close();
        patient.close();
    }
}
