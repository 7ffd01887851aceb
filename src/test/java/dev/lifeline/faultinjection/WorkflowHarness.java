package dev.lifeline.faultinjection;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Policy;
import dev.lifeline.device.DeviceId;
import dev.lifeline.probe.NetworkProbe;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.CommandSteps;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.PollSchedule;
import dev.lifeline.workflow.PowerOnStep;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.WatchTimes;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The real workflow on a real database, with the fake SoftLayer and a recording notifier; run step by step from the test. */
final class WorkflowHarness implements AutoCloseable {

    private static final ClassicClientConfig SHORT_CLIENT_TIMEOUTS = new ClassicClientConfig(
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            Duration.ofMillis(500),
            new ClassicClientConfig.RetrySettings(2, Duration.ofMillis(5), Duration.ofMillis(500)),
            1000);
    private static final RescueTimeouts SHORT_RESCUE_TIMEOUTS = new RescueTimeouts(
            Duration.ofMillis(600),
            Duration.ofMillis(2200),
            Duration.ofMillis(3000),
            Duration.ofMillis(1200),
            Duration.ofMillis(2000));
    private static final PollIntervals FAST_POLL_INTERVALS = new PollIntervals(
            Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));
    private static final Duration LAUNCH_WINDOW = Duration.ofSeconds(8);

    private final InstantSource clock = InstantSource.system();
    /** Of a clock that makes every device due whenever the test polls. */
    private final AtomicLong minuteTicker = new AtomicLong();

    private final Store store;
    private final ClassicAdapter adapter;
    /** With the usual time-outs; for preparation only. */
    private final ClassicAdapter preparationAdapter;

    private final NetworkProbe probe;
    private final ExecutorService probeThreads = Executors.newFixedThreadPool(2);
    private final TransitionRecorder recorder;
    private final Requester requester;
    private final RequestStepper stepper;
    private final DevicePoller poller;

    /** With time-outs shorter than the injected delays. */
    static WorkflowHarness withShortTimeouts(
            FakeSoftLayerControl fakeSoftLayerControl,
            Store store,
            RecordingNotifier recordingNotifier,
            double speed,
            LinkState linkState) {
        return new WorkflowHarness(
                fakeSoftLayerControl,
                store,
                recordingNotifier,
                new HarnessOptions(speed, SHORT_CLIENT_TIMEOUTS, linkState));
    }

    /** With the bot's own time-outs. */
    static WorkflowHarness withDefaultTimeouts(
            FakeSoftLayerControl fakeSoftLayerControl, Store store, RecordingNotifier recordingNotifier, double speed) {
        return new WorkflowHarness(
                fakeSoftLayerControl,
                store,
                recordingNotifier,
                new HarnessOptions(speed, ClassicClientConfig.defaults(), LinkState.LINKED));
    }

    /**
     * Options of the harness.
     *
     * @param providerSpeed factor by which the fake provider's clock runs faster than the real one
     */
    private record HarnessOptions(double providerSpeed, ClassicClientConfig clientConfig, LinkState linkState) {}

    /** Whether asha is linked to a cloud user. */
    enum LinkState {
        LINKED,
        /** Unlinked again before each request: the database may have seen others. */
        UNLINKED;

        private SlackUserId slackUserId() {
            return this == LINKED
                    ? Fixtures.ASHA
                    : new SlackUserId("U0"
                            + Long.toString(System.nanoTime(), Character.MAX_RADIX)
                                    .toUpperCase(Locale.ROOT));
        }
    }

    private WorkflowHarness(
            FakeSoftLayerControl fakeSoftLayerControl,
            Store store,
            RecordingNotifier recordingNotifier,
            HarnessOptions harnessOptions) {
        this.store = store;
        this.adapter = new ClassicAdapter(account(fakeSoftLayerControl), harnessOptions.clientConfig());
        this.preparationAdapter = new ClassicAdapter(account(fakeSoftLayerControl));
        this.probe = new NetworkProbe(
                fakeSoftLayerControl.classic().sshPort(),
                fakeSoftLayerControl.classic().rdpPort(),
                Duration.ofMillis(500));
        this.recorder =
                new TransitionRecorder(store.requests(), recordingNotifier, store.auditLog(), Locale.ENGLISH, clock);
        CloudUserId user =
                adapter.cloudUsers().findByEmail("asha@example.com").get(0).id();
        this.requester = new Requester(harnessOptions.linkState().slackUserId(), user, "asha");
        if (harnessOptions.linkState() == LinkState.LINKED)
            store.accountLinks().save(AccountLink.verified(slackUser(), user, clock.instant()));
        WorkflowRecorder workflowRecorder = new WorkflowRecorder(recorder, store.transactionRunner());
        this.stepper = stepper(workflowRecorder, FAST_POLL_INTERVALS.scaledForSandbox(harnessOptions.providerSpeed()));
        this.poller = new DevicePoller(
                store.requests(),
                new DeviceObserver(adapter.devices(), probe, probeThreads, clock),
                new ObservationStep(
                        new RescueMonitor(SHORT_RESCUE_TIMEOUTS),
                        adapter.devices(),
                        workflowRecorder,
                        new WatchTimes(System::nanoTime)),
                new InRescueReminders(Policy.PERMISSION_ONLY, request -> Optional.empty(), workflowRecorder, clock),
                new PollSchedule(FAST_POLL_INTERVALS, () -> minuteTicker.addAndGet(Watch.MAX_INTERVAL.toNanos())));
    }

    private SlackUser slackUser() {
        return Fixtures.slackMember(requester.slackUserId(), "asha@example.com");
    }

    private static ClassicAccount account(FakeSoftLayerControl fakeSoftLayerControl) {
        URI endpoint = URI.create(fakeSoftLayerControl.classic().url() + "/rest/v3.1/");
        return new ClassicAccount(endpoint, "lifeline", "sandbox-lifeline-api-key", Optional.empty());
    }

    private RequestStepper stepper(WorkflowRecorder workflowRecorder, PollIntervals pollIntervals) {
        SlackUser member = slackUser();
        SlackUsers slackUsers = id -> member;
        AccessCheck access = new AccessCheck(slackUsers, adapter.cloudUsers(), store.accountLinks(), clock);
        CommandStep commandStep = new CommandStep(access, adapter.devices(), store.requests(), workflowRecorder);
        return new RequestStepper(
                store.requests(),
                workflowRecorder,
                clock,
                new CommandSteps(
                        new LaunchStep(commandStep, adapter.rescueProvider(), probe, clock, pollIntervals),
                        new ExitStep(
                                commandStep,
                                adapter.rescueProvider(),
                                clock,
                                pollIntervals,
                                new Estimates(store.phaseDurations())),
                        new PowerOnStep(
                                commandStep, adapter.rescueProvider(), adapter.devices(), workflowRecorder, clock)));
    }

    /** Asha asks for the device and says Yes. */
    RequestId confirmedRequest(DeviceId device, RescueSystem system) {
        Instant now = clock.instant();
        Plan plan = new Plan(
                preparationAdapter.devices().inspect(device).orElseThrow(),
                requester,
                Fixtures.INCIDENT_CHANNEL,
                Optional.empty(),
                now,
                new PolicyRequirements(
                        "",
                        "built-in",
                        ApprovalRequirement.NONE,
                        PolicyRequirements.ConfirmationRequirements.NONE,
                        LAUNCH_WINDOW));
        RequestId id = new RequestId("fault" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "x");
        RescueRequest opened = RescueRequest.create(id, plan, now.plusSeconds(60));
        store.transactionRunner().run(() -> {
            recorder.open(opened, Actor.SYSTEM);
            recorder.record(
                    opened.confirm(requester, Confirmation.of(system), ApproverSet.ANY_PERMITTED_USER, now)
                            .applied()
                            .orElseThrow(),
                    Actor.SYSTEM);
        });
        return id;
    }

    /** Requests the exit as asha. */
    void requestExit(RequestId id, boolean hard) {
        store.requests()
                .find(id)
                .flatMap(request ->
                        request.requestExit(requester, hard, clock.instant()).applied())
                .ifPresent(applied -> store.transactionRunner().run(() -> recorder.record(applied, Actor.SYSTEM)));
    }

    /** Claims the exit command without sending it, as a process does that is killed in between. */
    void claimExitWithoutSending(RequestId id) {
        TransitionResult.Applied claim = store.requests()
                .find(id)
                .flatMap(request -> ExitTransitions.claim(request, clock.instant()))
                .orElseThrow();
        store.transactionRunner().run(() -> recorder.record(claim, Actor.SYSTEM));
    }

    /** Runs the due steps, then polls once. */
    void runOnce() {
        runDueSteps();
        poll();
    }

    /** Runs the due steps. */
    void runDueSteps() {
        stepper.pending().forEach(stepper::run);
    }

    /** Polls every device once. */
    void poll() {
        poller.poll();
    }

    /** Deletes the request in any stage, so that the next trial starts from an empty database. */
    void abandon(RequestId id) {
        RescueRequest request = store.requests().find(id).orElseThrow();
        if (request.stage().isClosed()) return;
        TransitionResult.Applied closed =
                request.close(CloseReason.FAILED, "the trial is over", clock.instant(), new RescueEvent.DeviceGone());
        store.transactionRunner().run(() -> store.requests().save(closed.next()));
    }

    Stage stage(RequestId id) {
        return store.requests().find(id).orElseThrow().stage();
    }

    @Override
    public void close() {
        probeThreads.shutdownNow();
        probe.close();
        adapter.close();
        preparationAdapter.close();
    }
}
