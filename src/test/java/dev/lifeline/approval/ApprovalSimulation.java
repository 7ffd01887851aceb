package dev.lifeline.approval;

import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.HandlerPorts;
import dev.lifeline.app.HandlerWiring;
import dev.lifeline.audit.AuditLog;
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
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.PollIntervals;
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

/** The real handlers and the real workflow with three people, three cloud users and one device, observed by a {@link LegitimacyOracle}. */
final class ApprovalSimulation {

    static final int USER_COUNT = 3;

    private final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final Devices devices =
            Mockito.mock(Devices.class, Mockito.withSettings().stubOnly());
    private final Map<String, Interaction> interactions = new HashMap<>();
    private final LegitimacyOracle oracle = new LegitimacyOracle();
    private final Map<Integer, Integer> cloudUserByPerson = new HashMap<>();
    private final Set<Integer> mayLaunch = new HashSet<>();
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
        for (int i = 0; i < USER_COUNT; i++) {
            linkAccount(i, i);
            mayLaunch.add(i);
            updateCloudUser(i);
        }
        Mockito.when(devices.findExact("web-07")).thenReturn(List.of(WEB_07));
        Mockito.when(devices.inspect(WEB_07_ID)).thenAnswer(call -> Optional.of(inspection()));
        SlackUsers slackUsers = ApprovalSimulation::slackUser;
        AccessCheck access = new AccessCheck(slackUsers, cloudUsers, links, () -> now);
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
                        links,
                        Mockito.mock(LinkTokens.class),
                        Mockito.mock(PendingAccessChanges.class),
                        notifier,
                        transitionRecorder,
                        Runnable::run),
                accountPorts(kernel),
                new HandlerPorts.SlackPorts(slackUsers, new InMemoryDirectory(), Mockito.mock(ModalUpdater.class)),
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
                new LaunchStep(
                        commandStep,
                        provider,
                        device -> new DeviceProbe.ProbeResult.NoAnswer(),
                        () -> now,
                        PollIntervals.DEFAULT),
                new ExitStep(commandStep, provider, () -> now, PollIntervals.DEFAULT));
    }

    /** Two cloud users have one e-mail on the account. */
    void shareAnEmail(int user, int other) {
        for (int one : List.of(user, other)) {
            CloudUser cloudUser = cloudUsers.findById(cloudUserId(one)).orElseThrow();
            cloudUsers.with(InMemoryCloudUsers.with(cloudUser, Optional.of("both@example.com")));
        }
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

    /** How often the cloud user of this number was read so far. */
    long userReads(int user) {
        return cloudUsers.reads().stream().filter(cloudUserId(user)::equals).count();
    }

    /** One thing happens. */
    void perform(SimulatedStep simulatedStep, int person, int other) {
        switch (simulatedStep) {
            case TOGGLE_POWER -> poweredOn = !poweredOn;
            case CHANGE_LINK -> linkAccount(person, other);
            case TOGGLE_PERMISSION -> togglePermission(other);
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
            oracle.startRequest(snapshot(SimulatedStep.REQUEST, person), quorum);
            outdatedButtonValue = currentButtonValue();
        }
    }

    private void click(SimulatedStep simulatedStep, int person) {
        Optional<RescueRequest> open = requests.findOpen().stream().findFirst();
        if (open.isEmpty()) return;
        boolean outdated = simulatedStep == SimulatedStep.APPROVE_OUTDATED_MESSAGE;
        if (!outdated) oracle.record(snapshot(simulatedStep, person));
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
                id, new Interaction(id, slackUserId(person), INCIDENT_CHANNEL, payload, Optional.empty(), now));
        dispatcher.run(id);
    }

    private LegitimacyOracle.ObservedStep snapshot(SimulatedStep simulatedStep, int person) {
        int user = cloudUserByPerson.getOrDefault(person, person);
        return new LegitimacyOracle.ObservedStep(simulatedStep, person, user, mayLaunch.contains(user), poweredOn, now);
    }

    private void linkAccount(int person, int user) {
        cloudUserByPerson.put(person, user);
        links.save(AccountLink.verified(slackUser(slackUserId(person)), cloudUserId(user), now));
    }

    private static SlackUser slackUser(SlackUserId id) {
        return Fixtures.slackMember(id, "nobody@example.com");
    }

    private void togglePermission(int user) {
        if (!mayLaunch.remove(user)) mayLaunch.add(user);
        updateCloudUser(user);
    }

    private void updateCloudUser(int user) {
        CloudUser onCall = Fixtures.onCallUser(cloudUserId(user));
        Set<Permission> permissions = new HashSet<>(onCall.permissions());
        if (!mayLaunch.contains(user)) permissions.remove(Permission.SERVER_RELOAD);
        cloudUsers.with(onCall.withPermissions(permissions));
    }

    private static SlackUserId slackUserId(int person) {
        return new SlackUserId("U0PERSON" + person);
    }

    private static CloudUserId cloudUserId(int user) {
        return new CloudUserId(100L + user);
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
                ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of())),
                Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(24))));
        return new PolicyRequirements("web", "v" + quorum, approvalRequirement, policyTerms, Duration.ofMinutes(10));
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
        oracle.violation(cloudUserByPerson, mayLaunch, poweredOn, now).ifPresent(violation -> {
            throw new AssertionError("launched, but " + violation);
        });
        // closed immediately, so that the next request can be opened
        return new CommandResult.NotPermitted("only a play");
    }

    private HandlerPorts.AccountPorts accountPorts(RescueProvider rescueProvider) {
        return new HandlerPorts.AccountPorts(
                devices,
                rescueProvider,
                Mockito.mock(Passwords.class),
                cloudUsers,
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
