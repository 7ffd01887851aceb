package dev.lifeline.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.LinkChangeRules;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.app.HandlerPorts.AccountPorts;
import dev.lifeline.app.HandlerPorts.OperatorRules;
import dev.lifeline.app.HandlerPorts.SlackPorts;
import dev.lifeline.app.HandlerPorts.StorePorts;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.UnlinkedApprovers;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.handler.ButtonHandler;
import dev.lifeline.handler.ButtonRouter;
import dev.lifeline.handler.CachedDevicePicker;
import dev.lifeline.handler.CachedHomeTab;
import dev.lifeline.handler.CallerCache;
import dev.lifeline.handler.ChannelCheck;
import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.DeniedUserHandler;
import dev.lifeline.handler.FailureReplies;
import dev.lifeline.handler.InteractionDispatcher;
import dev.lifeline.handler.InteractionRouter;
import dev.lifeline.handler.ProofRequest;
import dev.lifeline.handler.RequestButtonHandler;
import dev.lifeline.handler.RequestButtons;
import dev.lifeline.handler.StoredRequestForms;
import dev.lifeline.handler.UnreadableInteractions;
import dev.lifeline.handler.access.AccessOverviewHandler;
import dev.lifeline.handler.access.ChangeAccessHandler;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.KeptVotes;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.link.AssignLinkHandler;
import dev.lifeline.handler.link.KeyOwnerLookup;
import dev.lifeline.handler.link.KeySubmission;
import dev.lifeline.handler.link.LinkConfirmation;
import dev.lifeline.handler.link.LinkNotifications;
import dev.lifeline.handler.link.LinkPageAccess;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.handler.link.LinkRecorder;
import dev.lifeline.handler.link.ListLinksHandler;
import dev.lifeline.handler.link.StartLinkHandler;
import dev.lifeline.handler.link.UnlinkHandler;
import dev.lifeline.handler.query.ApproversToLink;
import dev.lifeline.handler.query.HomeContent;
import dev.lifeline.handler.query.ListDevicesHandler;
import dev.lifeline.handler.query.PostCanvasHandler;
import dev.lifeline.handler.query.SendTimelineHandler;
import dev.lifeline.handler.query.WhoAmIHandler;
import dev.lifeline.handler.rescue.ApprovalHandler;
import dev.lifeline.handler.rescue.BreakGlassHandler;
import dev.lifeline.handler.rescue.ConfirmationHandler;
import dev.lifeline.handler.rescue.DevicePreflight;
import dev.lifeline.handler.rescue.DriftCheck;
import dev.lifeline.handler.rescue.ExitCommandHandler;
import dev.lifeline.handler.rescue.ManualOutcomeHandler;
import dev.lifeline.handler.rescue.PolicyCheck;
import dev.lifeline.handler.rescue.ReasonQuestionHandler;
import dev.lifeline.handler.rescue.RequestOpener;
import dev.lifeline.handler.rescue.RescueButtonHandler;
import dev.lifeline.handler.rescue.RevealPasswordHandler;
import dev.lifeline.handler.rescue.ShowAccessHandler;
import dev.lifeline.handler.rescue.StartDrillHandler;
import dev.lifeline.handler.rescue.StartRescueHandler;
import dev.lifeline.handler.rescue.StepUpCheck;
import dev.lifeline.handler.rescue.TakeBackCheck;
import dev.lifeline.handler.rescue.VoterCheck;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.slack.SlackAdapter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Builds the handlers of slash commands, buttons and link pages, each with the collaborators that it uses. Starts and opens nothing. */
public final class HandlerWiring {

    private final StorePorts store;
    private final AccountPorts account;
    private final SlackPorts slack;
    private final OperatorRules rules;
    private final InstantSource clock;
    private final DeviceProbe probe;
    private final Ticker ticker;
    private final AccessCheck accessCheck;
    private final HumanIdentities humanIdentities;
    private final ApproverResolver approverResolver;
    private final RemedyContacts remedyContacts;
    private final UserLocales locales;
    private final CallerCache callerCache;
    private final Replies replies;
    private final DeviceLookup deviceLookup;
    private final TransitionApplier transitions;
    private final LinkRecorder linkRecorder;
    private final LinkNotifications linkNotifications;

    public HandlerWiring(HandlerPorts ports, InstantSource clock) {
        this(ports, clock, Ticker.systemTicker());
    }

    /** Handlers that get no answer from any device. */
    public HandlerWiring(HandlerPorts ports, InstantSource clock, Ticker ticker) {
        this(ports, clock, ticker, device -> new ProbeResult.NoAnswer());
    }

    /**
     * Handlers over the ports.
     *
     * @param ticker monotonic; the age of what is cached is measured by it
     * @param probe looks at a device of which a person says that it is back
     */
    public HandlerWiring(HandlerPorts ports, InstantSource clock, Ticker ticker, DeviceProbe probe) {
        this.store = ports.store();
        this.account = ports.account();
        this.slack = ports.slack();
        this.rules = ports.rules();
        this.clock = clock;
        this.probe = probe;
        this.ticker = ticker;
        this.accessCheck = new AccessCheck(slack.users(), account.cloudUsers(), store.accountLinks(), clock);
        this.humanIdentities = new HumanIdentities(account.cloudUsers(), store.accountLinks());
        this.approverResolver =
                new ApproverResolver(slack.directory(), new ApproverAbility(accessCheck, humanIdentities));
        this.remedyContacts = new RemedyContacts(account.cloudUserCache(), store.accountLinks());
        this.locales = new UserLocales(slack.users());
        this.replies = new Replies(store.notifier(), slack.modalUpdater(), store.recorder(), remedyContacts);
        this.callerCache = new CallerCache(accessCheck, slack.users(), store.accountLinks(), ticker);
        this.deviceLookup = new DeviceLookup(account.devices(), replies);
        this.transitions = new TransitionApplier(store.recorder(), replies);
        this.linkRecorder = new LinkRecorder(store.accountLinks(), store.recorder(), store.pendingVotes(), clock);
        this.linkNotifications = new LinkNotifications(store.accountLinks(), store.notifier(), locales);
    }

    /** The dispatcher of an inbox, with a handler for every command and every button. */
    public InteractionDispatcher dispatcher(Inbox inbox) {
        UnlinkHandler unlink = new UnlinkHandler(linkRules(), linkRecorder, linkNotifications, replies);
        LinkHandlers links = new LinkHandlers(startLink(), unlink, assignLink());
        InteractionRouter router = new InteractionRouter(
                new ChannelCheck(rules.servedChannels(), store.requests()),
                callerCache,
                commands(links),
                new ButtonRouter(buttons(links), replies),
                new DeniedUserHandler(
                        slack.users(),
                        new ProofRequest(links.start(), keptVotes(), store.requests(), replies),
                        links.unlink(),
                        locales,
                        replies));
        FailureReplies failures = new FailureReplies(locales, replies);
        return new InteractionDispatcher(
                inbox,
                store.transactions(),
                router,
                failures,
                new UnreadableInteractions(inbox, store.transactions(), failures, clock));
    }

    /**
     * The handler of the link pages.
     *
     * @param workspaceName the name of a person's workspace; empty until Slack has returned it
     */
    public LinkPageHandler linkPages(Function<SlackUserId, String> workspaceName) {
        KeySubmission keySubmission = new KeySubmission(
                store.linkTokens(),
                new KeyOwnerLookup(account.apiKeyVerifier(), account.cloudUsers()),
                store.accountLinks(),
                store.recorder(),
                store.transactions());
        LinkConfirmation confirmation = new LinkConfirmation(
                store.linkTokens(), account.cloudUsers(), linkRecorder, linkNotifications, store.transactions());
        return new LinkPageHandler(
                new LinkPageAccess(store.linkTokens(), slack.users(), workspaceName, clock),
                keySubmission,
                confirmation);
    }

    /** What modals and Home tabs show. */
    public SlackAdapter.Screens screens() {
        return new SlackAdapter.Screens(
                new StoredRequestForms(store.requests()),
                new CachedDevicePicker(rules.servedChannels(), callerCache, deviceLookup, locales),
                new CachedHomeTab(
                        callerCache, new HomeContent(remedyContacts, store.requests(), approversToLink()), locales),
                store.recorder().catalog().language());
    }

    private ApproversToLink approversToLink() {
        return new ApproversToLink(
                rules.policy(),
                new UnlinkedApprovers(
                        slack.directory(), new ApproverAbility(accessCheck, humanIdentities), store.accountLinks()),
                ticker);
    }

    /** The handlers that commands, buttons and denied users share. */
    private record LinkHandlers(StartLinkHandler start, UnlinkHandler unlink, AssignLinkHandler assign) {}

    private StartLinkHandler startLink() {
        return new StartLinkHandler(store.linkTokens(), rules.baseUrl(), store.recorder(), replies, clock);
    }

    private KeptVotes keptVotes() {
        return new KeptVotes(store.pendingVotes());
    }

    private AssignLinkHandler assignLink() {
        return new AssignLinkHandler(linkRules(), slack.users(), linkRecorder, linkNotifications, replies);
    }

    private LinkChangeRules linkRules() {
        return new LinkChangeRules(account.cloudUsers(), store.accountLinks());
    }

    private SealedTypeMap<RescueCommand, CommandHandler> commands(LinkHandlers links) {
        SealedTypeMap.Builder<RescueCommand, CommandHandler> commands = SealedTypeMap.builder(RescueCommand.class);
        addRescueCommands(commands);
        QueryCommands.add(commands, store, listDevices(), deviceLookup, replies);
        addAccountCommands(commands);
        LinkCommands.add(
                commands,
                links.start(),
                links.unlink(),
                links.assign(),
                new ListLinksHandler(store.accountLinks(), account.cloudUsers(), replies));
        HelpCommands.add(commands, rules.selfCheck(), replies);
        return commands.build();
    }

    private void addRescueCommands(SealedTypeMap.Builder<RescueCommand, CommandHandler> commands) {
        startHandlers().addCommands(commands);
        ExitCommandHandler exit = new ExitCommandHandler(deviceLookup, store.requests(), replies);
        commands.when(RescueCommand.Exit.class, command -> caller -> exit.handle(caller, command.device()));
    }

    private ListDevicesHandler listDevices() {
        return new ListDevicesHandler(deviceLookup, account.devices(), store.requests(), replies);
    }

    private StartHandlers startHandlers() {
        DevicePreflight preflight = new DevicePreflight(account.devices(), account.rescueProvider());
        PolicyCheck policyCheck = new PolicyCheck(rules.policy(), approverResolver, remedyContacts, replies, clock);
        RequestOpener requestOpener =
                new RequestOpener(store.requests(), store.recorder(), replies, clock, store.background(account));
        return new StartHandlers(
                new StartRescueHandler(deviceLookup, preflight, policyCheck, requestOpener, replies),
                new StartDrillHandler(deviceLookup, policyCheck, requestOpener, replies, clock),
                new ReasonQuestionHandler(deviceLookup, replies));
    }

    private void addAccountCommands(SealedTypeMap.Builder<RescueCommand, CommandHandler> commands) {
        WhoAmIHandler whoAmI = new WhoAmIHandler(remedyContacts, replies);
        AccessOverviewHandler access = new AccessOverviewHandler(
                accessCheck, deviceLookup, accessChanges().offers(), replies);
        commands.when(RescueCommand.WhoAmI.class, command -> whoAmI::handle)
                .when(RescueCommand.Access.class, command -> caller -> access.handle(caller, command));
    }

    private AccessChangeWiring accessChanges() {
        return new AccessChangeWiring(store, account, clock);
    }

    private Map<Action, ButtonHandler> buttons(LinkHandlers links) {
        Map<Action, ButtonHandler> buttons = new EnumMap<>(Action.class);
        RequestButtons requestButtons = new RequestButtons(store.requests(), transitions, replies);
        requestButtonHandlers().forEach((action, handler) -> buttons.put(action, requestButtons.withRequest(handler)));
        startHandlers().addButtons(buttons);
        buttons.put(Action.LIST_NEXT, listDevices()::turnPage);
        buttons.put(Action.LIST_PREVIOUS, listDevices()::turnPage);
        ChangeAccessHandler changeAccess = accessChanges().handler(callerCache, locales, replies);
        buttons.put(Action.GRANT, (caller, value) -> changeAccess.handle(caller, Direction.GRANT, value));
        buttons.put(Action.REVOKE, (caller, value) -> changeAccess.handle(caller, Direction.REVOKE, value));
        buttons.put(Action.ASSIGN_LINK, links.assign()::confirm);
        buttons.put(Action.CANCEL_ASSIGN_LINK, (caller, value) -> links.assign().cancel(caller));
        return buttons;
    }

    private Map<Action, RequestButtonHandler> requestButtonHandlers() {
        Map<Action, RequestButtonHandler> buttons = new EnumMap<>(Action.class);
        StepUpCheck stepUpCheck = new StepUpCheck(store.accountLinks(), transitions, startLink(), keptVotes(), clock);
        addConfirmationButtons(buttons, stepUpCheck);
        addApprovalButtons(buttons, stepUpCheck);
        ExitButtons.add(
                buttons,
                new RescueButtonHandler(transitions, replies, clock),
                new ManualOutcomeHandler(approverResolver, account.devices(), probe, transitions, clock));
        addAccessButtons(buttons);
        return buttons;
    }

    private void addConfirmationButtons(Map<Action, RequestButtonHandler> buttons, StepUpCheck stepUpCheck) {
        ConfirmationHandler handler = new ConfirmationHandler(
                approverResolver,
                stepUpCheck,
                new TakeBackCheck(account.devices(), transitions, replies, clock),
                transitions,
                clock);
        Map<Action, RescueSystem> systems = Map.of(
                Action.CONFIRM, RescueSystem.AS_INSTALLED,
                Action.CONFIRM_LINUX, RescueSystem.LINUX,
                Action.CONFIRM_WINDOWS, RescueSystem.WINDOWS);
        systems.forEach((action, system) ->
                buttons.put(action, (caller, request, input) -> handler.confirm(caller, request, input, system)));
        buttons.put(Action.CANCEL, (caller, request, input) -> handler.cancel(caller, request));
    }

    private void addApprovalButtons(Map<Action, RequestButtonHandler> buttons, StepUpCheck stepUpCheck) {
        VoterCheck voterCheck = new VoterCheck(approverResolver, humanIdentities, store.accountLinks(), transitions);
        ApprovalHandler approval = new ApprovalHandler(
                voterCheck, stepUpCheck, new DriftCheck(account.devices(), transitions, replies), transitions, clock);
        BreakGlassHandler breakGlass =
                new BreakGlassHandler(remedyContacts, stepUpCheck, voterCheck, transitions, clock);
        buttons.put(Action.APPROVE, approval::approve);
        buttons.put(Action.DENY, approval::deny);
        buttons.put(Action.BREAK_GLASS, breakGlass::breakGlass);
        buttons.put(Action.SIGN_REVIEW, (caller, request, input) -> breakGlass.signReview(caller, request));
    }

    private void addAccessButtons(Map<Action, RequestButtonHandler> buttons) {
        ShowAccessHandler showAccess =
                new ShowAccessHandler(account.devices(), rules.ports(), store.recorder(), replies);
        RevealPasswordHandler revealPassword = new RevealPasswordHandler(
                store.requests(), account.passwords(), slack.modalUpdater(), store.recorder(), replies);
        SendTimelineHandler timeline = QueryCommands.timeline(store, deviceLookup, replies);
        buttons.put(Action.SEND_TIMELINE, (caller, request, input) -> timeline.handle(caller, request));
        PostCanvasHandler canvas = new PostCanvasHandler(slack.canvases(), store.recorder(), replies);
        buttons.put(Action.POST_CANVAS, (caller, request, input) -> canvas.handle(caller, request));
        buttons.put(Action.SHOW_ACCESS, (caller, request, input) -> showAccess.handle(caller, request));
        buttons.put(Action.REVEAL_PASSWORD, revealPassword::reveal);
    }
}
