package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Policy;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent.ResponsibleUnavailable;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The real poll of devices in memory. What the provider, the devices and the audit log do is written by the test; time passes only there. */
final class PollFixture implements Devices, DeviceProbe {

    static final ProbeResult USUAL_KEY = new ProbeResult.HostKey("SHA256:usual");
    static final ProbeResult RESCUE_KEY = new ProbeResult.HostKey("SHA256:rescue");

    final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    final SettableClock clock = new SettableClock();
    final AtomicLong nanos = new AtomicLong();
    /** In the order in which they were probed. */
    final List<DeviceId> probed = new CopyOnWriteArrayList<>();

    final Map<DeviceId, ProbeResult> answers = new ConcurrentHashMap<>();
    final Map<DeviceId, DeviceStatus> statuses = new HashMap<>();
    final Set<DeviceId> failingReads = new HashSet<>();
    final Set<RequestId> failingRecords = new HashSet<>();
    final List<String> auditedRequests = new ArrayList<>();
    final List<String> auditedEvents = new ArrayList<>();
    /** Accounts that give no usable answer. */
    final Set<AccountName> away = new HashSet<>();

    final Map<SlackUserId, ResponsibleUnavailable> unavailable = new HashMap<>();

    private final DevicePoller poller;
    private boolean providerReachable = true;
    private Consumer<DeviceId> onProbe = id -> {};
    private final Map<DeviceId, Device> leftOut = new HashMap<>();
    private Runnable onRead = () -> {};
    private boolean loginReadable = true;
    private int reads;

    PollFixture() {
        this(Runnable::run);
    }

    /** @param probeExecutor runs the probes */
    PollFixture(Executor probeExecutor) {
        TransitionRecorder transitionRecorder = new TransitionRecorder(
                requests, new RecordingNotifier(reply -> {}), new FailingAuditLog(), Locale.ENGLISH, clock);
        WorkflowRecorder recorder = new WorkflowRecorder(transitionRecorder, Runnable::run);
        this.poller = new DevicePoller(
                requests,
                new DeviceObserver(this, this, probeExecutor, clock, nanos::get),
                new ObservationStep(
                        new RescueMonitor(RescueTimeouts.DEFAULT), this, recorder, new WatchTimes(nanos::get)),
                new InRescueReminders(
                        Policy.PERMISSION_ONLY,
                        request -> Optional.ofNullable(
                                unavailable.get(request.responsible().slackUserId())),
                        recorder,
                        clock),
                new PollSchedule(PollIntervals.DEFAULT, nanos::get));
    }

    @Override
    public Devices in(AccountName account) {
        if (away.contains(account)) throw new ProviderUnavailableException("away");
        return this;
    }

    private final class FailingAuditLog implements AuditLog {

        @Override
        public void append(AuditEntry entry) {
            if (failingRecords.contains(new RequestId(entry.requestId())))
                throw new IllegalStateException("the entry cannot be written");
            auditedRequests.add(entry.requestId());
            auditedEvents.add(entry.event());
        }

        @Override
        public void forEach(Consumer<ChainedEntry> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> findByRequest(String request) {
            return List.of();
        }

        @Override
        public Checkpoint head() {
            throw new UnsupportedOperationException();
        }
    }

    /** A device in rescue that answers with the rescue kernel's host key. */
    RescueRequest addInRescue(long id) {
        Baseline before = Baseline.of(poweredOnStatus(), USUAL_KEY);
        Baseline inRescue = Baseline.of(poweredOnStatus(), RESCUE_KEY);
        answers.put(DeviceId.virtualGuest(id), RESCUE_KEY);
        return add(id, new Stage.InRescue(NOON, Evidence.HOST_KEY_CHANGED, before, inRescue));
    }

    /** A boot that was told to have stalled; the device answers nothing. */
    RescueRequest addStalled(long id) {
        Baseline before = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        return add(
                id,
                new Stage.Booting(
                        OptionalLong.of(900), NOON, before, BootPhase.TRANSACTION_RUNNING, Optional.empty(), true));
    }

    private RescueRequest add(long id, Stage stage) {
        Device device = Fixtures.guest(id, "web-" + id, Family.LINUX, 8192);
        statuses.put(device.id(), poweredOnStatus());
        RequestId requestId = new RequestId("request" + (100_000 + id));
        return requests.open(new RescueRequest(requestId, Fixtures.plan(device), stage, 1));
    }

    /** What the provider and the device tell from now on. */
    void shows(Device device, DeviceStatus status, ProbeResult probeResult) {
        statuses.put(device.id(), status);
        answers.put(device.id(), probeResult);
    }

    /** The provider's list leaves the device out, which its own read finds. */
    void listLeavesOut(Device device) {
        leftOut.put(device.id(), device);
    }

    /** Happens while the statuses are read. */
    void whileRead(Runnable event) {
        onRead = event;
    }

    void loginUnreadable() {
        loginReadable = false;
    }

    /** How often the statuses were read. */
    int reads() {
        return reads;
    }

    RescueRequest close(RescueRequest request, Requester by) {
        RescueRequest closed = ManualTransitions.close(request, by, "looked at by hand", clock.instant())
                .applied()
                .orElseThrow()
                .next();
        requests.save(closed);
        return closed;
    }

    Stage stage(RescueRequest request) {
        return requests.find(request.id()).orElseThrow().stage();
    }

    void providerUnreachable() {
        providerReachable = false;
    }

    void providerReachable() {
        providerReachable = true;
    }

    void onProbe(Consumer<DeviceId> action) {
        onProbe = action;
    }

    /** Polls once, and returns the pause until the next round. */
    Duration poll() {
        return poller.poll();
    }

    void letPass(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    /** Polls for so long, with the pauses that the poll itself asks for. */
    void pollFor(Duration time) {
        long end = nanos.get() + time.toNanos();
        while (nanos.get() < end) letPass(poll());
    }

    @Override
    public ProbeResult probe(Device device) {
        probed.add(device.id());
        onProbe.accept(device.id());
        return answers.getOrDefault(device.id(), new ProbeResult.NoAnswer());
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        reads++;
        if (!providerReachable) throw new ProviderUnavailableException("out of reach");
        onRead.run();
        Map<DeviceId, DeviceStatus> found = new HashMap<>(statuses);
        found.keySet().retainAll(ids);
        found.keySet().removeAll(leftOut.keySet());
        return found;
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        if (failingReads.contains(id)) throw new IllegalStateException("a response that is not understood");
        return Optional.ofNullable(leftOut.get(id))
                .map(device -> new Inspection(
                        device, statuses.getOrDefault(id, DeviceStatus.UNKNOWN), true, false, true, true));
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        if (!loginReadable) throw new ProviderUnavailableException("away");
        return Optional.of("root");
    }

    @Override
    public List<Device> findExact(String typed) {
        return List.of();
    }

    @Override
    public List<Device> search(String text) {
        return List.of();
    }
}
