package dev.lifeline.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.app.adapter.AdapterConfigs;
import dev.lifeline.app.adapter.ClassicAccounts;
import dev.lifeline.app.doctor.DoctorChecks;
import dev.lifeline.app.doctor.SingleSelfCheck;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyReview;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.http.BotHttpServer;
import dev.lifeline.http.Endpoints;
import dev.lifeline.http.HealthChecks;
import dev.lifeline.http.ListenAddress;
import dev.lifeline.http.SlackEndpoint;
import dev.lifeline.job.Job;
import dev.lifeline.job.Poller;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.slack.SlackInbound;
import dev.lifeline.slack.oauth.OAuthInstallation;
import dev.lifeline.store.Store;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.webhook.WebhookClient;
import dev.lifeline.webhook.WebhookRelay;
import dev.lifeline.workflow.AccountResponsibleCheck;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.CommandSteps;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.FallbackMessages;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.NextInLine;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.PollSchedule;
import dev.lifeline.workflow.PowerOnStep;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.ResponsibleCheck;
import dev.lifeline.workflow.UndeliverableHandler;
import dev.lifeline.workflow.WatchTimes;
import dev.lifeline.workflow.WorkflowRecorder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Builds the object graph of a bot, group by group. Opens, starts and calls nothing: that is {@link LifelineBot#start}. */
public final class Wiring {

    private final Settings settings;
    private final InstantSource hostClock;
    private final PollIntervals pollIntervals;
    private final RescueTimeouts rescueTimeouts;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Adapters adapters;
    private final DevicePorts devicePorts;
    private final Optional<PolicyFile> policyFile;
    private final TransitionRecorder recorder;
    private final WorkflowRecorder workflowRecorder;
    private final HandlerWiring handlers;
    private final SlackInbound slackInbound;
    private final AtomicReference<URI> publicUrl;
    private final Metrics metrics = new Metrics();

    private Wiring(
            Settings settings,
            PollIntervals pollIntervals,
            RescueTimeouts rescueTimeouts,
            InstantSource hostClock,
            Ticker ticker) {
        this.settings = settings;
        this.hostClock = hostClock;
        this.pollIntervals = pollIntervals;
        this.rescueTimeouts = rescueTimeouts;
        this.publicUrl = new AtomicReference<>(
                settings.scope().publicUrl(settings.server().http().port()));
        this.ticker = ticker;
        this.adapters = adapters(settings, publicUrl::get, hostClock, ticker, metrics);
        this.clock = adapters.store().clock();
        this.devicePorts = DevicePorts.of(adapters, metrics, pollIntervals, clock);
        this.policyFile = settings.server().policyFile().map(this::policyFile);
        Store store = adapters.store();
        this.recorder = new TransitionRecorder(
                store.requests(),
                store.notifier(),
                store.auditLog(),
                settings.server().locale(),
                clock);
        this.workflowRecorder = new WorkflowRecorder(recorder, store.transactionRunner());
        this.handlers = handlers();
        this.slackInbound = adapters.slack()
                .inbound(
                        new TimedInbox(store.inbox(), metrics.inboxWrites()),
                        store.seenSignatures(),
                        handlers.screens(),
                        store.outbox());
    }

    /** A bot that is not started yet. */
    public static LifelineBot bot(
            Settings settings, PollIntervals pollIntervals, RescueTimeouts rescueTimeouts, InstantSource hostClock) {
        return bot(settings, pollIntervals, rescueTimeouts, hostClock, Ticker.systemTicker());
    }

    /**
     * A bot that is not started yet.
     *
     * @param ticker the monotonic clock by which the users that Slack shows grow old
     */
    public static LifelineBot bot(
            Settings settings,
            PollIntervals pollIntervals,
            RescueTimeouts rescueTimeouts,
            InstantSource hostClock,
            Ticker ticker) {
        Wiring wiring = new Wiring(settings, pollIntervals, rescueTimeouts, hostClock, ticker);
        JobEngine jobEngine = wiring.jobEngine();
        BackgroundChecks backgroundChecks = wiring.backgroundChecks();
        return new LifelineBot(
                wiring.adapters,
                new Ingress(wiring.slackInbound, wiring.httpServer(backgroundChecks, jobEngine)),
                wiring.policyFile,
                jobEngine,
                backgroundChecks);
    }

    private static Adapters adapters(
            Settings settings, Supplier<URI> publicUrl, InstantSource hostClock, Ticker ticker, Metrics metrics) {
        Store store = Store.withSharedClock(settings.server().databaseUrl(), hostClock);
        store.observePools(metrics.registry());
        InstantSource clock = store.clock();
        SlackAdapter slack = new SlackAdapter(
                AdapterConfigs.slackConfig(settings),
                new SlackAdapter.SharedState(
                        store.rateLimiter(),
                        store.channelRedirects(),
                        AdapterConfigs.oauthConfig(settings, publicUrl)
                                .map(config -> new SlackAdapter.OAuthSetup(
                                        config,
                                        new OAuthInstallation.Shared(store.installations(), store.oauthStates())))),
                clock,
                ticker,
                metrics.slackCalls());
        return new Adapters(
                store,
                ClassicAccounts.of(settings.accounts(), metrics::providerCalls, ticker),
                ProbePool.create(settings.server().devicePorts()),
                slack,
                new WebhookClient(
                        settings.server().webhookSecret(), settings.slack().proxies(), clock, metrics.webhookCalls()));
    }

    private PolicyFile policyFile(Path path) {
        Directory directory = adapters.slack().directory();
        PolicyReviewLog reviewLog = new PolicyReviewLog(
                adapters.classic().device().devices(),
                new PolicyReview(directory, settings.scope().channelIds()),
                adapters.probePool().executor());
        return new PolicyFile(path, directory, approverAbility(), reviewLog);
    }

    private ApproverAbility approverAbility() {
        CloudUsers cloudUsers = adapters.classic().user().cloudUsers();
        AccountLinks links = adapters.store().accountLinks();
        return new ApproverAbility(accessCheck(), new HumanIdentities(cloudUsers, links));
    }

    private AccessCheck accessCheck() {
        return new AccessCheck(
                adapters.slack().users(),
                adapters.classic().user().cloudUsers(),
                adapters.store().accountLinks(),
                clock);
    }

    private Policy policy() {
        return policyFile.<Policy>map(file -> file).orElse(Policy.PERMISSION_ONLY);
    }

    private HandlerWiring handlers() {
        ServedChannels servedChannels = new ServedChannels(
                settings.scope().channelIds(), adapters.store().channelRedirects());
        HandlerPorts ports = new HandlerPorts(
                HandlerPorts.StorePorts.of(adapters.store(), recorder),
                HandlerPorts.AccountPorts.of(adapters.classic().user(), devicePorts),
                HandlerPorts.SlackPorts.of(adapters.slack()),
                new HandlerPorts.OperatorRules(
                        servedChannels,
                        policy(),
                        settings.server().devicePorts(),
                        publicUrl::get,
                        new SingleSelfCheck(() -> DoctorChecks.lines(settings, hostClock))));
        return new HandlerWiring(ports, clock, ticker, devicePorts.probe());
    }

    private JobEngine jobEngine() {
        Store store = adapters.store();
        return store.createEngine(
                new JobEngine.Jobs(
                        observed("interaction", new LabelledJob("interaction", handlers.dispatcher(store.inbox()))),
                        observed("request", requestStepper()),
                        observed("stream", new LabelledJob("stream", outboxDeliveries())),
                        poller()),
                JobEngine.PollSettings.DEFAULT);
    }

    private Job observed(String kind, Job job) {
        return new ObservedJob(kind, metrics.jobRuns(), job);
    }

    private Job requestStepper() {
        Store store = adapters.store();
        CommandStep commandStep =
                new CommandStep(accessCheck(), devicePorts.devices(), store.requests(), workflowRecorder);
        return new RequestStepper(
                store.requests(),
                workflowRecorder,
                clock,
                new CommandSteps(
                        new LaunchStep(
                                commandStep, devicePorts.rescueProvider(), devicePorts.probe(), clock, pollIntervals),
                        new ExitStep(
                                commandStep,
                                devicePorts.rescueProvider(),
                                clock,
                                pollIntervals,
                                new Estimates(store.phaseDurations())),
                        new PowerOnStep(
                                commandStep,
                                devicePorts.rescueProvider(),
                                devicePorts.devices(),
                                workflowRecorder,
                                clock)));
    }

    private Job outboxDeliveries() {
        Store store = adapters.store();
        UndeliverableHandler undeliverableHandler = new UndeliverableHandler(
                store.requests(),
                recorder,
                new FallbackMessages(store.notifier(), adapters.slack().users()),
                nextInLine(),
                clock);
        return new OutboxJob(
                adapters.slack().outboxRelay(store.outbox(), undeliverableHandler),
                new WebhookRelay(store.outbox(), adapters.webhooks(), undeliverableHandler, clock));
    }

    private NextInLine nextInLine() {
        return new NextInLine(
                new ApproverResolver(adapters.slack().directory(), approverAbility()),
                adapters.classic().user().cloudUsers(),
                new RemedyContacts(
                        adapters.classic().user().cloudUserCache(),
                        adapters.store().accountLinks()));
    }

    /** Checks revoked bot tokens at each poll, too, and renews those that expire: while no message is due nothing else would. */
    private Poller poller() {
        DevicePoller devicePoller = devicePoller();
        SlackAdapter slack = adapters.slack();
        return () -> {
            Duration pause = devicePoller.poll();
            slack.maintainTokens();
            return pause;
        };
    }

    private DevicePoller devicePoller() {
        return new DevicePoller(
                adapters.store().requests(),
                new DeviceObserver(
                        devicePorts.devices(),
                        devicePorts.probe(),
                        adapters.probePool().executor(),
                        clock),
                new ObservationStep(
                        new RescueMonitor(rescueTimeouts),
                        devicePorts.devices(),
                        workflowRecorder,
                        new WatchTimes(System::nanoTime)),
                new InRescueReminders(policy(), responsibleCheck(), workflowRecorder, clock),
                new PollSchedule(pollIntervals, System::nanoTime));
    }

    private ResponsibleCheck responsibleCheck() {
        return new AccountResponsibleCheck(
                adapters.slack().users(), adapters.classic().user().cloudUsers(), nextInLine());
    }

    private BackgroundChecks backgroundChecks() {
        Store store = adapters.store();
        return new BackgroundChecks(
                store.newHeartbeat(),
                new RequestCounts(store.requests(), store::statistics, clock),
                new ReplicaAnnouncement(store));
    }

    private PublicHttpServer httpServer(BackgroundChecks backgroundChecks, JobEngine jobEngine) {
        Settings.HttpBind bind = settings.server().http();
        HealthChecks healthChecks = new HealthChecks()
                .add("slack", slackInbound::problem)
                .add("database", backgroundChecks.heartbeat()::problem)
                .add("jobs", jobEngine::problem)
                .addLiveness("jobs", jobEngine::standstill);
        Endpoints endpoints = new Endpoints(
                slackEndpoint(),
                Optional.of(handlers.linkPages(adapters.slack()::workspaceName)),
                adapters.slack().installer().map(SlackInstallEndpoint::new));
        metrics.register(
                backgroundChecks.requestCounts(),
                adapters.store()::unreadableRows,
                slackInbound::ready,
                () -> backgroundChecks.heartbeat().problem().isEmpty());
        BotHttpServer server = new BotHttpServer(
                new ListenAddress(bind.host(), bind.port(), settings.server().healthPort()),
                healthChecks,
                metrics.registry(),
                endpoints);
        return new PublicHttpServer(server, settings.scope(), publicUrl);
    }

    private Optional<SlackEndpoint> slackEndpoint() {
        return settings.slack()
                .signingSecret()
                .map(secret -> (headers, body) -> slackInbound.handleHttpRequest("POST", headers, body));
    }
}
