package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.mockito.Mockito;

/**
 * The real launch and exit steps in memory, with a provider whose behaviour between a claim and its result is written by the test. The wall
 * clock and the ticker move only when the test says so.
 */
final class WorkflowFixture implements RescueProvider, Devices {

    static final RequestId FIRST = new RequestId("request00007");
    static final RequestId LATER = new RequestId("request00008");

    final SettableClock clock = new SettableClock();
    final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
    final List<String> auditedEvents = new ArrayList<>();
    final RecordingNotifier notifier = new RecordingNotifier(reply -> {});

    private final RequestStepper stepper;
    private final TransitionRecorder recorder;
    private Optional<DeviceStatus> status = Optional.of(poweredOnStatus());
    private boolean providerReachable = true;
    private Optional<PreflightFailure> preflightFailure = Optional.empty();
    private ProbeResult probeResult = new ProbeResult.NoAnswer();
    private int lostProbes;
    private boolean databaseAnswers = true;
    private boolean suspended;
    private boolean powerCycle;
    private boolean bootedFromImage;
    private Runnable whileInspecting = () -> {};
    private Runnable beforeGuard = () -> {};
    private Supplier<CommandResult> onSend = () -> new CommandResult.Accepted(OptionalLong.empty());
    private long nanos;
    private int sent;

    WorkflowFixture() {
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID));
        links.save(AccountLink.verified(
                Fixtures.slackMember(Fixtures.ASHA, "asha@example.com"), ASHA_CLOUD_USER_ID, clock.instant()));
        AccessCheck access =
                new AccessCheck(id -> Fixtures.slackMember(id, "asha@example.com"), cloudUsers, links, clock);
        AuditLog auditLog = Mockito.mock(AuditLog.class);
        Mockito.doAnswer(call -> auditedEvents.add(((AuditEntry) call.getArgument(0)).event()))
                .when(auditLog)
                .append(Mockito.any());
        this.recorder = new TransitionRecorder(requests, notifier, auditLog, Locale.ENGLISH, clock);
        WorkflowRecorder workflowRecorder = new WorkflowRecorder(recorder, this::write);
        CommandStep commandStep = new CommandStep(access, this, requests, workflowRecorder, () -> nanos);
        this.stepper = new RequestStepper(
                requests,
                workflowRecorder,
                clock,
                new CommandSteps(
                        new LaunchStep(commandStep, this, device -> probe(), clock, PollIntervals.DEFAULT),
                        new ExitStep(
                                commandStep, this, clock, PollIntervals.DEFAULT, new Estimates(PhaseDurations.NONE)),
                        new PowerOnStep(commandStep, this, this, workflowRecorder, clock)));
    }

    /** A confirmed request, ready to launch. */
    RescueRequest readyToLaunch() {
        RescueRequest opened = openedRequest();
        requests.open(opened);
        return save(opened.confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        clock.instant())
                .applied()
                .orElseThrow());
    }

    /** A request in rescue whose exit was requested. */
    RescueRequest exitRequested() {
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.HostKey("SHA256:usual"));
        RescueRequest opened = openedRequest();
        requests.open(opened);
        Stage inRescue = new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, baseline);
        RescueRequest request = save(opened.transitionTo(inRescue));
        return save(request.requestExit(ASHA_REQUESTER, false, clock.instant())
                .applied()
                .orElseThrow());
    }

    /** A later request for the same device, awaiting its confirmation. */
    RescueRequest openLater() {
        RescueRequest later =
                RescueRequest.create(LATER, plan(WEB_07, requiringApprovals(0)), NOON.plus(Duration.ofHours(1)));
        requests.open(later);
        return later;
    }

    RescueRequest save(TransitionResult.Applied applied) {
        recorder.record(applied, Actor.SYSTEM);
        return applied.next();
    }

    /** Another replica closes the request because nothing was seen to begin. */
    void closeAsFailed() {
        save(request()
                .close(
                        CloseReason.FAILED,
                        "nothing began",
                        clock.instant(),
                        new RescueEvent.GaveUp(Duration.ofMinutes(15), false)));
    }

    /** This happens after the check of access and before the claim. */
    void whileInspecting(Runnable event) {
        whileInspecting = event;
    }

    /** This happens after the claim, while the process waits for a permit and a connection. */
    void whileWaitingToSend(Runnable event) {
        beforeGuard = event;
    }

    /** The provider answers so to what is sent. */
    void providerAnswers(CommandResult result) {
        onSend = () -> result;
    }

    /** This happens after the bytes left and before the answer comes. */
    void providerAnswers(CommandResult result, Runnable before) {
        onSend = () -> {
            before.run();
            return result;
        };
    }

    void transactionRuns(long id) {
        status = Optional.of(statusWithTransaction(transaction(id), PowerState.ON));
    }

    void transactionIsOver(long id) {
        status = Optional.of(new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(transaction(id)), OptionalLong.empty(), Optional.empty()));
    }

    void providerUnreachable() {
        providerReachable = false;
    }

    void deviceHidden() {
        status = Optional.empty();
    }

    void deviceIs(DeviceStatus now) {
        status = Optional.of(now);
    }

    void billingSuspended() {
        suspended = true;
    }

    void rescueImpossible(PreflightFailure failure) {
        preflightFailure = Optional.of(failure);
    }

    void probeAnswers(ProbeResult answer) {
        probeResult = answer;
    }

    /** The first probes are lost. */
    void probeAnswersAfterLosing(ProbeResult answer, int lost) {
        probeResult = answer;
        lostProbes = lost;
    }

    private ProbeResult probe() {
        return lostProbes-- > 0 ? new ProbeResult.NoAnswer() : probeResult;
    }

    void databaseFails() {
        databaseAnswers = false;
    }

    void databaseAnswers() {
        databaseAnswers = true;
    }

    private void write(Runnable writes) {
        if (!databaseAnswers) throw new IllegalStateException("the database fails");
        writes.run();
    }

    /** The requester's cloud user loses every permission. */
    void permissionsRevoked() {
        cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of()));
    }

    /** The provider does not say who may do what. */
    void usersUnavailable() {
        cloudUsers.unavailable();
    }

    /** Both clocks move on. */
    void letPass(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }

    void runDueSteps() {
        List.copyOf(stepper.pending()).forEach(stepper::run);
    }

    int sentCommands() {
        return sent;
    }

    boolean powerCycled() {
        return powerCycle;
    }

    boolean exitedFromImage() {
        return bootedFromImage;
    }

    List<String> pending() {
        return List.copyOf(stepper.pending());
    }

    Optional<Instant> run(RequestId id) {
        return stepper.run(id.value());
    }

    RescueRequest request() {
        return requests.find(FIRST).orElseThrow();
    }

    private CommandResult send(SendGuard guard) {
        beforeGuard.run();
        if (!guard.maySend()) return new CommandResult.NotSent("the command may not be sent any more");
        sent++;
        return onSend.get();
    }

    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return preflightFailure;
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return this::send;
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean fromImage, boolean hard) {
        powerCycle = hard;
        bootedFromImage = fromImage;
        return this::send;
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        return this::send;
    }

    @Override
    public Optional<Inspection> inspect(DeviceId id) {
        if (!providerReachable) throw new ProviderUnavailableException("out of reach");
        whileInspecting.run();
        return status.map(now -> new Inspection(WEB_07, now, true, suspended, true, true));
    }

    @Override
    public List<Device> findExact(String typed) {
        return List.of(WEB_07);
    }

    @Override
    public List<Device> search(String text) {
        return List.of(WEB_07);
    }

    @Override
    public Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids) {
        return status.map(now -> Map.of(WEB_07.id(), now)).orElseGet(Map::of);
    }

    @Override
    public Optional<String> loginUsername(DeviceId id) {
        return Optional.of("root");
    }

    /** A device without an active transaction. */
    static DeviceStatus status(PowerState power, OptionalLong bootImageId, Optional<Instant> lastPowerCommandAt) {
        return new DeviceStatus(
                power, Optional.empty(), Optional.of(transaction(500)), bootImageId, lastPowerCommandAt);
    }
}
