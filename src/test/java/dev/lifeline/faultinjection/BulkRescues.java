package dev.lifeline.faultinjection;

import dev.lifeline.approval.Policy;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.PollSchedule;
import dev.lifeline.workflow.WatchTimes;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Very many rescues under way, and the real poll of them; every probe gets no answer. */
public final class BulkRescues implements AutoCloseable {

    private final InstantSource clock = InstantSource.system();
    private final ClassicAdapter adapter;
    private final Store store;
    private final DevicePoller poller;
    /** Of a clock that makes every device due in every round. */
    private final AtomicLong minuteTicker = new AtomicLong();

    private final ExecutorService probeThreads = Executors.newFixedThreadPool(2);

    BulkRescues(FakeSoftLayerControl fakeSoftLayerControl, Store store) {
        this(URI.create(fakeSoftLayerControl.classic().url() + "/rest/v3.1/"), store);
    }

    public BulkRescues(URI endpoint, Store store) {
        this.store = store;
        this.adapter = new ClassicAdapter(
                new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty()));
        TransitionRecorder transitionRecorder = new TransitionRecorder(
                store.requests(), new RecordingNotifier(reply -> {}), store.auditLog(), Locale.ENGLISH, clock);
        WorkflowRecorder recorder = new WorkflowRecorder(transitionRecorder, store.transactionRunner());
        this.poller = new DevicePoller(
                store.requests(),
                new DeviceObserver(adapter.devices(), device -> new ProbeResult.NoAnswer(), probeThreads, clock),
                new ObservationStep(
                        new RescueMonitor(RescueTimeouts.DEFAULT),
                        adapter.devices(),
                        recorder,
                        new WatchTimes(System::nanoTime)),
                new InRescueReminders(Policy.PERMISSION_ONLY, request -> Optional.empty(), recorder, clock),
                new PollSchedule(PollIntervals.DEFAULT, () -> minuteTicker.addAndGet(Watch.MAX_INTERVAL.toNanos())));
    }

    /** Adds requests in {@code Booting} for so many devices of the account. */
    public void addBooting(int count) {
        Baseline baseline = Baseline.of(DeviceStatus.UNKNOWN, new ProbeResult.NoAnswer());
        add(
                count,
                new Stage.Booting(
                        OptionalLong.of(Long.MAX_VALUE),
                        clock.instant(),
                        baseline,
                        BootPhase.TRANSACTION_RUNNING,
                        Optional.empty(),
                        false));
    }

    /** Adds requests in {@code InRescue} for so many devices of the account, each as it is now, so that nothing changes afterwards. */
    public void addInRescue(int count, DeviceProbe probe) {
        List<Device> devices =
                adapter.devices().search("").stream().limit(count).toList();
        Map<DeviceId, DeviceStatus> statuses =
                adapter.devices().readStatuses(devices.stream().map(Device::id).collect(Collectors.toSet()));
        Baseline before = Baseline.of(DeviceStatus.UNKNOWN, new ProbeResult.NoAnswer());
        devices.parallelStream().forEach(device -> {
            DeviceStatus status = statuses.getOrDefault(device.id(), DeviceStatus.UNKNOWN);
            Baseline now = Baseline.of(status, probe.probe(device));
            add(
                    device,
                    new Stage.InRescue(
                            clock.instant(),
                            Evidence.REPORTED_BY_PERSON,
                            before,
                            now,
                            Optional.of("root"),
                            Optional.empty(),
                            Optional.empty()));
        });
    }

    private void add(int count, Stage stage) {
        adapter.devices().search("").stream().limit(count).forEach(device -> add(device, stage));
    }

    private void add(Device device, Stage stage) {
        Inspection inspection = new Inspection(device, DeviceStatus.UNKNOWN, true, false, true, true);
        Plan plan = new Plan(
                inspection,
                Fixtures.ASHA_REQUESTER,
                Fixtures.INCIDENT_CHANNEL,
                Optional.empty(),
                clock.instant(),
                PolicyRequirements.NONE);
        RequestId id =
                new RequestId("many" + device.id().value() + device.id().type().ordinal() + "x");
        store.requests().open(new RescueRequest(id, plan, stage, 1));
    }

    /** Polls all of them once. */
    public void poll() {
        poller.poll();
    }

    @Override
    public void close() {
        probeThreads.shutdownNow();
        adapter.close();
    }
}
