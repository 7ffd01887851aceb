package dev.lifeline.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Drill;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Notices;
import dev.lifeline.device.Passwords;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult.Applied;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The devices of drills, and the border between them and the provider's. */
class SimulatedDevicesTest {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final RescueMonitor monitor = new RescueMonitor(RescueTimeouts.DEFAULT);
    private final DrillRouting routing = new DrillRouting(requests, POLL, clock);

    private static RescueRequest drill() {
        Inspection simulated = Drill.rehearsal(Fixtures.WEB_07, Fixtures.ASHA.value(), Fixtures.NOON);
        Plan plan = new Plan(
                simulated,
                Fixtures.ASHA_REQUESTER,
                Fixtures.INCIDENT_CHANNEL,
                Optional.empty(),
                Fixtures.NOON,
                PolicyRequirements.NONE);
        return RescueRequest.create(new RequestId("drill00001"), plan, Fixtures.NOON.plus(Duration.ofMinutes(10)));
    }

    /** A port of the provider whose every call fails the test. */
    private static <T> T untouchable(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError("the provider was called: " + method.getName());
                }));
    }

    private RescueRequest launched() {
        RescueRequest opened = requests.open(drill());
        RescueRequest confirmed = save(opened.confirm(
                        Fixtures.ASHA_REQUESTER,
                        new Confirmation(RescueSystem.AS_INSTALLED, "", false),
                        ApproverSet.ANY_PERMITTED_USER,
                        clock.instant())
                .applied()
                .orElseThrow());
        Devices devices = routing.devices(untouchable(Devices.class));
        DeviceStatus status =
                devices.inspect(confirmed.device().id()).orElseThrow().status();
        Baseline baseline = Baseline.of(status, probe(confirmed));
        return save(
                LaunchTransitions.claim(confirmed, baseline, clock.instant()).orElseThrow());
    }

    private RescueRequest save(Applied applied) {
        requests.save(applied.next());
        return applied.next();
    }

    private ProbeResult probe(RescueRequest request) {
        return routing.probe(untouchable(DeviceProbe.class)).probe(request.device());
    }

    /** Polls until the stage is reached, and returns the names of the events on the way. */
    private List<String> pollUntil(Class<? extends Stage> stage, RescueRequest from) {
        List<String> events = new ArrayList<>();
        RescueRequest current = from;
        for (int poll = 0; poll < 200 && !stage.isInstance(current.stage()); poll++) {
            clock.advance(POLL);
            Optional<DeviceStatus> status = Optional.ofNullable(routing.devices(untouchable(Devices.class))
                    .readStatuses(Set.of(current.device().id()))
                    .get(current.device().id()));
            Optional<Applied> applied =
                    monitor.apply(current, new DeviceObservation(status, probe(current), clock.instant()));
            applied.ifPresent(one ->
                    one.events().forEach(event -> events.add(event.getClass().getSimpleName())));
            current = applied.map(this::save).orElse(current);
        }
        assertThat(current.stage()).isInstanceOf(stage);
        return events;
    }

    @Test
    void a_replica_that_did_not_begin_a_drill_sees_it_and_ends_it() {
        RescueRequest launched = launched();
        pollUntil(Stage.InRescue.class, launched);
        RescueRequest inRescue = requests.find(launched.id()).orElseThrow();
        DrillRouting other = new DrillRouting(requests, POLL, clock);

        assertThat(other.probe(untouchable(DeviceProbe.class)).probe(inRescue.device()))
                .isEqualTo(probe(inRescue));
        RescueProvider provider = other.rescueProvider(untouchable(RescueProvider.class));
        CommandResult exit =
                provider.prepareExit(inRescue.device(), false, false).send(SendGuard.NONE);
        assertThat(exit).isInstanceOf(CommandResult.Accepted.class);
    }

    @Test
    void a_drill_goes_through_the_same_phases_as_a_rescue_and_back() {
        RescueRequest launched = launched();

        assertThat(pollUntil(Stage.InRescue.class, launched))
                .containsSubsequence("TransactionStarted", "PoweredDown", "KernelBooting", "EnteredRescue");
        RescueRequest inRescue = requests.find(launched.id()).orElseThrow();
        RescueRequest leaving = save(inRescue.requestExit(Fixtures.ASHA_REQUESTER, false, clock.instant())
                .applied()
                .orElseThrow());
        RescueRequest exiting =
                save(ExitTransitions.claim(leaving, clock.instant()).orElseThrow());
        assertThat(pollUntil(Stage.Closed.class, exiting)).containsExactly("Exited");
    }

    @Test
    void what_a_device_does_is_the_same_for_whoever_looks_whenever_they_started() {
        RescueRequest launched = launched();
        clock.advance(POLL.multipliedBy(15));

        DrillRouting restarted = new DrillRouting(requests, POLL, clock);
        Set<DeviceId> ids = Set.of(launched.device().id());
        assertThat(restarted.devices(untouchable(Devices.class)).readStatuses(ids))
                .isEqualTo(routing.devices(untouchable(Devices.class)).readStatuses(ids));
    }

    @Test
    void a_clock_that_is_put_back_by_an_hour_stops_no_drill() {
        RescueRequest launched = launched();
        clock.advance(Duration.ofHours(-1));

        assertThat(pollUntil(Stage.InRescue.class, launched)).contains("EnteredRescue");
    }

    @Test
    void P1_a_command_for_a_drill_reaches_no_provider_and_is_not_sent_where_it_was_taken_back() {
        RescueRequest drill = drill();
        RescueProvider provider = routing.rescueProvider(untouchable(RescueProvider.class));

        assertThat(provider.findPreflightFailure(drill.device())).isEmpty();
        assertThat(provider.prepareLaunch(drill.device(), RescueSystem.AS_INSTALLED)
                        .send(SendGuard.NONE))
                .isInstanceOf(CommandResult.Accepted.class);
        assertThat(provider.prepareExit(drill.device(), false, true).send(SendGuard.NONE))
                .isInstanceOf(CommandResult.Accepted.class);
        assertThat(provider.prepareLaunch(drill.device(), RescueSystem.AS_INSTALLED)
                        .send(() -> false))
                .isInstanceOf(CommandResult.NotSent.class);
    }

    @Test
    void P6_nothing_is_read_of_a_password_and_nothing_is_announced() {
        Device device = drill().device();

        assertThat(routing.passwords(untouchable(Passwords.class)).findLogin(device.id()))
                .isEmpty();
        assertThat(routing.notices(untouchable(DeviceNotices.class)).find(device, clock.instant()))
                .isEqualTo(Notices.NONE);
    }

    @Test
    void the_provider_has_no_id_for_the_device_of_a_drill() {
        DeviceId id = drill().device().id();

        assertThatThrownBy(id::providerId).isInstanceOf(IllegalStateException.class);
        assertThat(id.value()).isNotEqualTo(Fixtures.WEB_07_ID.value());
        assertThat(Fixtures.WEB_07_ID.providerId()).isEqualTo(7007);
    }

    @Test
    void everybody_has_one_device_for_drills_whatever_they_rehearse() {
        DeviceId practice = DeviceId.simulated("U0ASHA", Optional.empty());

        assertThat(DeviceId.simulated("U0ASHA", Optional.of(Fixtures.WEB_07_ID)))
                .hasToString(practice.toString());
        assertThat(DeviceId.simulated("U0BRUNO", Optional.empty()).toString()).isNotEqualTo(practice.toString());
        assertThatThrownBy(() -> DeviceId.simulated("U0ASHA", Optional.of(practice)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void P4_a_drill_of_a_device_takes_access_to_that_device() {
        DeviceId rehearsed = DeviceId.simulated("U0ASHA", Optional.of(Fixtures.DB_01.id()));
        CloudUser onCall = Fixtures.onCallUser(Fixtures.ASHA_CLOUD_USER_ID);
        CloudUser guestsOnly = new CloudUser(
                onCall.id(),
                onCall.username(),
                onCall.email(),
                onCall.status(),
                false,
                onCall.permissions(),
                new DeviceAccess(true, false, Set.of()),
                Optional.empty());

        assertThat(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, onCall, rehearsed))
                .isEmpty();
        assertThat(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, guestsOnly, rehearsed))
                .isEqualTo(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, guestsOnly, Fixtures.DB_01.id()))
                .isNotEmpty();
        assertThat(AccessRules.denialReasons(
                        DeviceOperation.LAUNCH_RESCUE, guestsOnly, DeviceId.simulated("U0ASHA", Optional.empty())))
                .isEmpty();
    }

    @Test
    void the_name_of_a_drill_is_asked_of_no_provider_and_no_real_name_is_a_drill() {
        requests.open(drill());
        Devices devices = routing.devices(untouchable(Devices.class));

        assertThat(devices.findExact("DRILL:web-07.example.com")).hasSize(1);
        assertThat(devices.findExact("drill:web-07")).hasSize(1);
        assertThat(devices.findExact("drill:web-08")).isEmpty();
        assertThat(Drill.isName("drill")).isFalse();
        assertThat(Drill.isName("drill-01")).isFalse();
    }
}
