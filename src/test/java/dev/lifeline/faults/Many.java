package dev.lifeline.faults;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.approval.Policy;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.classic.ClassicAccount;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Patience;
import dev.lifeline.rescue.Phase;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.workflow.Bench;
import dev.lifeline.workflow.Cadence;
import dev.lifeline.workflow.Rounds;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Very many rescues under way at once, and the real look at them; nobody answers where it knocks. */
public final class Many implements AutoCloseable {

    private final InstantSource clock = InstantSource.system();
    private final ClassicDoor door;
    private final Store store;
    private final Rounds rounds;
    private final ExecutorService knockers = Executors.newFixedThreadPool(2);

    Many(Provider provider, Store store) {
        this(URI.create(provider.classic().url() + "/rest/v3.1/"), store);
    }

    public Many(URI endpoint, Store store) {
        this.store = store;
        this.door = new ClassicDoor(
                new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty()), clock);
        Chronicle chronicle = new Chronicle(
                store.requests(), new Heard(reply -> {}), store.auditLog(), Voice.in(Locale.ENGLISH), clock);
        AccessCheck nobodyAsks =
                new AccessCheck(id -> Fixtures.member(id, "asha@example.com"), door.cloudUsers(), store.links(), clock);
        Bench bench = new Bench(
                nobodyAsks,
                door.devices(),
                door.rescueKernel(),
                device -> new Knock.Silent(),
                store.requests(),
                chronicle,
                store.atomically(),
                clock,
                Cadence.USUAL);
        this.rounds = new Rounds(bench, new Watch(Patience.USUAL), Policy.PERMISSION_DECIDES, knockers);
    }

    /** So many of the account's devices are being booted, their transactions still to be seen. */
    public void boot(int count) {
        door.devices().search("").stream().limit(count).forEach(this::boot);
    }

    private void boot(Device device) {
        Inspection seen = new Inspection(device, Condition.UNTOLD, true, false, true, true);
        Plan plan = new Plan(
                seen,
                Fixtures.ASHA_ASKS,
                Fixtures.INCIDENT_42,
                Optional.empty(),
                clock.instant(),
                Clearance.NONE_NEEDED);
        Baseline before = Baseline.of(Condition.UNTOLD, new Knock.Silent());
        Stage booting = new Stage.Booting(
                OptionalLong.of(Long.MAX_VALUE), clock.instant(), before, Phase.UNDER_WAY, Optional.empty(), false);
        RequestId id =
                new RequestId("many" + device.id().value() + device.id().kind().ordinal() + "x");
        store.requests().open(new RescueRequest(id, plan, booting, 1));
    }

    /** One look at all of them. */
    public void tick() {
        rounds.tick();
    }

    @Override
    public void close() {
        knockers.shutdownNow();
        door.close();
    }
}
