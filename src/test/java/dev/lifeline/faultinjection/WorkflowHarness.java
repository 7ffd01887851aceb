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
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The real clockwork on a real database, between the pretend Classic and a notepad; wound by hand, a turn at a time. */
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
    private final Store store;
    private final ClassicAdapter adapter;
    /** For what is only preparation. */
    private final ClassicAdapter patient;

    private final NetworkProbe probe;
    private final ExecutorService probeThreads = Executors.newFixedThreadPool(2);
    private final TransitionRecorder recorder;
    private final Requester requester;
    private final RequestStepper stepper;
    private final DevicePoller poller;

    /** Does not wait long for any answer. */
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

    /** Waits for answers as the bot does. */
    static WorkflowHarness patient(
            FakeSoftLayerControl fakeSoftLayerControl, Store store, RecordingNotifier recordingNotifier, double speed) {
        return new WorkflowHarness(
                fakeSoftLayerControl,
                store,
                recordingNotifier,
                new HarnessOptions(speed, ClassicClientConfig.defaults(), LinkState.LINKED));
    }

    /** @param providerSpeed how much faster than the real one's the pretend provider's clock goes */
    private record HarnessOptions(double providerSpeed, ClassicClientConfig clientConfig, LinkState linkState) {}

    /** Does the bot know which cloud user Asha is? */
    enum LinkState {
        LINKED,
        /** For the first time each time: the database may have seen others. */
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
        this.adapter = new ClassicAdapter(account(fakeSoftLayerControl), clock, harnessOptions.clientConfig());
        this.patient = new ClassicAdapter(account(fakeSoftLayerControl), clock);
        this.probe = new NetworkProbe(
                fakeSoftLayerControl.classic().sshPort(),
                fakeSoftLayerControl.classic().rdpPort(),
                Duration.ofMillis(500));
        this.recorder = new TransitionRecorder(
                store.requests(),
                recordingNotifier,
                store.auditLog(),
                Locale.ENGLISH,
                clock);
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
                new ObservationStep(new RescueMonitor(SHORT_RESCUE_TIMEOUTS), adapter.devices(), workflowRecorder),
                new InRescueReminders(Policy.PERMISSION_ONLY, workflowRecorder, clock),
                FAST_POLL_INTERVALS);
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
                new LaunchStep(commandStep, adapter.rescueProvider(), probe, clock, pollIntervals),
                new ExitStep(commandStep, adapter.rescueProvider(), clock, pollIntervals));
    }

    /** Asha asks for the device and says Yes. */
    RequestId confirmedRequest(DeviceId device, RescueSystem system) {
        Instant now = clock.instant();
        Plan plan = new Plan(
                patient.devices().inspect(device).orElseThrow(),
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

    /** Asha presses a button that ends the rescue. */
    void requestExit(RequestId id, boolean hard) {
        store.requests()
                .find(id)
                .flatMap(request ->
                        request.requestExit(requester, hard, clock.instant()).applied())
                .ifPresent(applied -> store.transactionRunner().run(() -> recorder.record(applied, Actor.SYSTEM)));
    }

    /** The order to end it is claimed, and whoever claimed it dies before sending it. */
    void claimExitWithoutSending(RequestId id) {
        TransitionResult.Applied claim = store.requests()
                .find(id)
                .flatMap(request -> ExitTransitions.claim(request, clock.instant()))
                .orElseThrow();
        store.transactionRunner().run(() -> recorder.record(claim, Actor.SYSTEM));
    }

    /** Does what is due, then looks at everything once. */
    void runOnce() {
        runDueSteps();
        poll();
    }

    /** Does what is due. */
    void runDueSteps() {
        stepper.pending().forEach(stepper::run);
    }

    /** Looks at everything once. */
    void poll() {
        poller.poll();
    }

    /** The request is taken off the books, wherever it stands, so that the next one has them to itself. */
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
        patient.close();
    }
}
