package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.HandlerPorts;
import dev.lifeline.app.HandlerWiring;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.device.PowerState;
import dev.lifeline.handler.InteractionDispatcher;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.testkit.InMemoryDirectory;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.CommandSteps;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.PowerOnStep;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mockito.Mockito;

/**
 * The real handlers and the real workflow with four people, four cloud users and one device, observed by a {@link LegitimacyOracle}. Every
 * cloud user has an address of their own, and nobody the same in Slack.
 */
final class ApprovalSimulation {

    static final int USER_COUNT = 4;

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final Devices devices =
            Mockito.mock(Devices.class, Mockito.withSettings().stubOnly());
    private final Map<String, Interaction> interactions = new HashMap<>();
    private final LegitimacyOracle oracle = new LegitimacyOracle();
    private final SimulatedPeople people = new SimulatedPeople(USER_COUNT, NOON);
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private boolean approversNamed;
    private final InteractionDispatcher dispatcher;
    private final RequestStepper stepper;
    private Instant now = NOON;
    private boolean poweredOn = true;
    private int quorum;
    private PolicyRequirements.ConfirmationRequirements policyTerms = PolicyRequirements.ConfirmationRequirements.NONE;
    private int launchCount;
    private String outdatedButtonValue = "";

    ApprovalSimulation(int quorum) {
        this.quorum = quorum;
        for (int i = 0; i < USER_COUNT; i++) directory.addUser("person" + i, SimulatedPeople.slackUserId(i));
        Mockito.when(devices.in(AccountName.MAIN)).thenReturn(devices);
        Mockito.when(devices.findExact("web-07")).thenReturn(List.of(WEB_07));
        Mockito.when(devices.inspect(WEB_07_ID)).thenAnswer(call -> Optional.of(inspection()));
        SlackUsers slackUsers = people::slackUser;
        AccessCheck access = new AccessCheck(slackUsers, people.cloudUsers, people.links, () -> now);
        Notifier notifier = Mockito.mock(Notifier.class, Mockito.withSettings().stubOnly());
        AuditLog audit = Mockito.mock(AuditLog.class, Mockito.withSettings().stubOnly());
        TransitionRecorder transitionRecorder =
                new TransitionRecorder(requests, notifier, audit, Locale.ENGLISH, () -> now);
        RescueProvider kernel = provider();
        this.stepper = stepper(access, kernel, new WorkflowRecorder(transitionRecorder, Runnable::run));
        Policy policy = policyInput -> new PolicyDecision.Permitted(policyRequirements());
        HandlerPorts ports = new HandlerPorts(
                new HandlerPorts.StorePorts(
                        requests,
                        people.links,
                        Mockito.mock(LinkTokens.class),
                        Mockito.mock(PendingAccessChanges.class),
                        Mockito.mock(PendingVotes.class),
                        notifier,
                        transitionRecorder,
                        Runnable::run,
                        new Estimates(PhaseDurations.NONE)),
                accountPorts(kernel),
                new HandlerPorts.SlackPorts(slackUsers, directory, Mockito.mock(ModalUpdater.class), Canvases.NONE),
                new HandlerPorts.OperatorRules(
                        new ServedChannels(Set.of(), ChannelRedirects.NONE),
                        policy,
                        Ports.DEFAULT,
                        () -> URI.create("http://localhost")));
        HandlerWiring wiring = new HandlerWiring(ports, () -> now);
        this.dispatcher = wiring.dispatcher(inbox());
    }

    private RequestStepper stepper(AccessCheck access, RescueProvider provider, WorkflowRecorder recorder) {
        CommandStep commandStep = new CommandStep(access, devices, requests, recorder);
        return new RequestStepper(
                requests,
                recorder,
                () -> now,
                new CommandSteps(
                        new LaunchStep(
                                commandStep,
                                provider,
                                device -> new DeviceProbe.ProbeResult.NoAnswer(),
                                () -> now,
                                PollIntervals.DEFAULT),
                        new ExitStep(
                                commandStep,
                                provider,
                                () -> now,
                                PollIntervals.DEFAULT,
                                new Estimates(PhaseDurations.NONE)),
                        new PowerOnStep(commandStep, provider, devices, recorder, () -> now)));
    }

    /** The policy names everybody as an approver. */
    ApprovalSimulation namingApprovers() {
        approversNamed = true;
        return this;
    }

    /** The policy requires a key shown within this time (step-up). */
    void requireStepUp(Duration within) {
        policyTerms = new PolicyRequirements.ConfirmationRequirements(Optional.empty(), Optional.of(within));
    }

    /** Signs the break-glass review; returns whether the review is still open. */
    boolean isReviewOpenAfterSigning(int person) {
        RescueRequest pendingReview = requests.findReviewPending().get(0);
        handle(
                person,
                new Interaction.Payload.ButtonClick(
                        Action.SIGN_REVIEW.id(), pendingReview.id().value()));
        return !requests.findReviewPending().isEmpty();
    }

    /** The number of launches; each one was legitimate. */
    int launchCount() {
        return launchCount;
    }

    boolean hasOpenRequest() {
        return !requests.findOpen().isEmpty();
    }

    /** How often the cloud user of this number was read so far. */
    long userReads(int user) {
        return people.cloudUsers.reads().stream()
                .filter(SimulatedPeople.cloudUserId(user)::equals)
                .count();
    }

    /** One thing happens. */
    void perform(SimulatedStep simulatedStep, int person, int other) {
        now = now.plusSeconds(1);
        switch (simulatedStep) {
            case TOGGLE_POWER -> poweredOn = !poweredOn;
            case CHANGE_LINK -> people.prove(person, other, now);
            case ASSIGN_LINK_BY_REQUESTER ->
                people.assign(person, other, oracle.requester().orElse(person), now);
            case SHARE_EMAIL -> people.shareEmail(person, other);
            case OWN_EMAIL -> people.useOwnEmail(other);
            case TOGGLE_DEACTIVATION -> people.toggleDeactivation(other);
            case TOGGLE_PERMISSION -> people.togglePermission(other);
            case CHANGE_QUORUM -> quorum = other % 3;
            case ADVANCE_CLOCK -> now = now.plus(Duration.ofMinutes(1L + other * 3L));
            case RUN_DUE_STEPS -> List.copyOf(stepper.pending()).forEach(stepper::run);
            case REQUEST -> requestRescue(person);
            default -> click(simulatedStep, person);
        }
    }

    private void requestRescue(int person) {
        boolean noOpenRequest = requests.findOpen().isEmpty();
        handle(person, new Interaction.Payload.SlashCommand("web-07"));
        if (noOpenRequest && !requests.findOpen().isEmpty()) {
            oracle.startRequest(people.observe(SimulatedStep.REQUEST, person, poweredOn, now), quorum);
            if (approversNamed) people.assertEnoughCanApprove(person, quorum);
            outdatedButtonValue = currentButtonValue();
        }
    }

    private void click(SimulatedStep simulatedStep, int person) {
        Optional<RescueRequest> open = requests.findOpen().stream().findFirst();
        if (open.isEmpty()) return;
        boolean outdated = simulatedStep == SimulatedStep.APPROVE_OUTDATED_MESSAGE;
        if (!outdated) oracle.record(people.observe(simulatedStep, person, poweredOn, now));
        if (outdated && !outdatedButtonValue.equals(currentButtonValue())) {
            handle(person, viewSubmission(Action.APPROVE, outdatedButtonValue));
            return;
        }
        if (!outdated) handle(person, viewSubmission(action(simulatedStep), currentButtonValue()));
    }

    private static Action action(SimulatedStep simulatedStep) {
        return switch (simulatedStep) {
            case CONFIRM -> Action.CONFIRM;
            case APPROVE -> Action.APPROVE;
            case DENY -> Action.DENY;
            case CANCEL -> Action.CANCEL;
            case BREAK_GLASS -> Action.BREAK_GLASS;
            default -> throw new IllegalArgumentException(simulatedStep + " is no button");
        };
    }

    private static Interaction.Payload viewSubmission(Action action, String subject) {
        return new Interaction.Payload.ViewSubmission(
                action.id(), subject, Map.of(Forms.REASON_FIELD, "the disk is full", Forms.DEVICE_FIELD, "web-07"));
    }

    /** The value of the buttons of the current status message. */
    private String currentButtonValue() {
        return requests.findOpen().stream()
                .findFirst()
                .map(request -> request.id() + "." + request.plan().digest())
                .orElse("");
    }

    private void handle(int person, Interaction.Payload payload) {
        String id = "command%04d".formatted(interactions.size());
        interactions.put(
                id,
                new Interaction(
                        id, SimulatedPeople.slackUserId(person), INCIDENT_CHANNEL, payload, Optional.empty(), now));
        dispatcher.run(id);
    }

    private Inspection inspection() {
        DeviceStatus deviceStatus = new DeviceStatus(
                poweredOn ? PowerState.ON : PowerState.OFF,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
        return new Inspection(WEB_07, deviceStatus, true, false, true, true);
    }

    private PolicyRequirements policyRequirements() {
        ApprovalRequirement approvalRequirement = new ApprovalRequirement(
                quorum,
                approversNamed ? everybodyByName() : ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of())),
                Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(24))));
        return new PolicyRequirements("web", "v" + quorum, approvalRequirement, policyTerms, Duration.ofMinutes(10));
    }

    private static ApproverSelector everybodyByName() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < USER_COUNT; i++) names.add("person" + i);
        return new ApproverSelector(Set.of(), names, Permission.SERVER_RELOAD);
    }

    private RescueProvider provider() {
        RescueProvider rescueProvider =
                Mockito.mock(RescueProvider.class, Mockito.withSettings().stubOnly());
        Mockito.when(rescueProvider.findPreflightFailure(Mockito.any())).thenReturn(Optional.empty());
        Mockito.when(rescueProvider.prepareLaunch(Mockito.any(), Mockito.any())).thenReturn(guard -> recordLaunch());
        return rescueProvider;
    }

    private CommandResult recordLaunch() {
        launchCount++;
        oracle.violation(people.cloudUserByPerson, people.mayLaunch, poweredOn, now)
                .ifPresent(violation -> {
                    throw new AssertionError("launched, but " + violation);
                });
        // closed immediately, so that the next request can be opened
        return new CommandResult.NotPermitted("only a play");
    }

    private HandlerPorts.AccountPorts accountPorts(RescueProvider rescueProvider) {
        return new HandlerPorts.AccountPorts(
                devices,
                DeviceNotices.NONE,
                device -> new DeviceProbe.ProbeResult.NoAnswer(),
                rescueProvider,
                Mockito.mock(Passwords.class),
                people.cloudUsers,
                Mockito.mock(CloudUserCache.class),
                accessChange -> {
                    throw new AssertionError("nobody changes access here");
                },
                key -> {
                    throw new AssertionError("nobody shows a key here");
                });
    }

    private Inbox inbox() {
        Inbox inbox = Mockito.mock(Inbox.class, Mockito.withSettings().stubOnly());
        Mockito.when(inbox.find(Mockito.any()))
                .thenAnswer(call -> Optional.ofNullable(interactions.get(call.getArgument(0))));
        return inbox;
    }
}
