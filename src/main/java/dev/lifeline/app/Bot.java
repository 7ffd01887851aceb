package dev.lifeline.app;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.approval.Policy;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.http.BotHttpServer;
import dev.lifeline.http.Endpoints;
import dev.lifeline.http.HealthChecks;
import dev.lifeline.http.SlackEndpoint;
import dev.lifeline.probe.NetworkProbe;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.slack.SlackInbound;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.store.Store;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.workflow.CommandStep;
import dev.lifeline.workflow.DeviceObserver;
import dev.lifeline.workflow.DevicePoller;
import dev.lifeline.workflow.ExitStep;
import dev.lifeline.workflow.InRescueReminders;
import dev.lifeline.workflow.LaunchStep;
import dev.lifeline.workflow.ObservationStep;
import dev.lifeline.workflow.PollIntervals;
import dev.lifeline.workflow.RequestStepper;
import dev.lifeline.workflow.UndeliverableHandler;
import dev.lifeline.workflow.WorkflowRecorder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot: everything put together in named groups, started in one order and stopped in the other. */
public final class Bot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    private static final int PROBE_THREADS = 16;

    private final Settings settings;
    private final InstantSource clock;
    private final Store store;
    private final ClassicAdapter classic;
    private final NetworkProbe probe;
    private final SlackAdapter slack;
    private final SlackInbound slackInbound;
    private final ExecutorService probeExecutor = Executors.newFixedThreadPool(PROBE_THREADS, Bot::probeThread);
    private final TransitionRecorder recorder;
    private final AccessCheck accessCheck;
    private final PollIntervals pollIntervals;
    private final WorkflowRecorder workflowRecorder;
    private final Policy policy;
    private final HandlerWiring handlerWiring;
    private final JobEngine jobEngine;
    private final BotHttpServer httpServer;

    /** Where people reach the bot's pages; right once the port is open, which is before anybody can ask. */
    private volatile URI publicUrl;

    /**
     * Builds and starts everything.
     *
     * @throws IOException when the HTTP port cannot be listened on
     * @throws SlackUnusableException when Slack refuses the token for good
     * @throws dev.lifeline.softlayer.rest.InvalidApiKeyException when the provider refuses the key for good
     */
    public Bot(Settings settings, PollIntervals pollIntervals, RescueTimeouts rescueTimeouts, InstantSource hostClock)
            throws IOException {
        this.settings = settings;
        this.publicUrl = settings.scope().publicUrl(settings.server().httpPort());
        this.store = Store.openWithSharedClock(settings.server().databaseUrl(), hostClock);
        this.clock = store.clock();
        this.classic = createClassicAdapter(settings.softLayer(), clock);
        this.probe =
                new NetworkProbe(settings.server().sshPort(), settings.server().rdpPort(), PROBE_TIMEOUT);
        this.slack = new SlackAdapter(slackConfig(settings), store.rateLimiter(), store.channelRedirects(), clock);
        this.slackInbound = slack.inbound(store.inbox(), store.seenSignatures());
        this.recorder = new TransitionRecorder(
                store.requests(),
                store.notifier(),
                store.auditLog(),
                settings.server().locale(),
                clock);
        this.accessCheck = new AccessCheck(slack.users(), classic.cloudUsers(), store.accountLinks(), clock);
        this.pollIntervals = pollIntervals;
        this.workflowRecorder = new WorkflowRecorder(recorder, store.transactionRunner());
        this.policy = policy(settings.server().policyFile());
        this.handlerWiring = createHandlerWiring();
        this.jobEngine = store.createEngine(jobs(rescueTimeouts), JobEngine.PollSettings.DEFAULT);
        this.httpServer = start();
    }

    private BotHttpServer start() throws IOException {
        try {
            checkCredentials();
            classic.warmUp();
            BotHttpServer door = openHttpServer();
            jobEngine.start();
            slackInbound.start();
            return door;
        } catch (IOException | RuntimeException failed) {
            closeAdapters();
            throw failed;
        }
    }

    /** A wrong key ends the start; a platform that is merely away does not. */
    private void checkCredentials() {
        try {
            LOG.info("Slack knows the bot in workspace {}", slack.checkTokens().teamName());
        } catch (SlackUnusableException notUsable) {
            if (!notUsable.retryable()) throw notUsable;
            LOG.warn("{}", notUsable.getMessage());
        }
        try {
            LOG.info("The provider knows the bot as {}", classic.currentUser().username());
        } catch (ProviderUnavailableException away) {
            LOG.warn("The provider does not answer yet: {}", away.getMessage());
        }
    }

    private JobEngine.Jobs jobs(RescueTimeouts rescueTimeouts) {
        DevicePoller devicePoller = new DevicePoller(
                store.requests(),
                new DeviceObserver(classic.devices(), probe, probeExecutor, clock),
                new ObservationStep(new RescueMonitor(rescueTimeouts), classic.devices(), workflowRecorder),
                new InRescueReminders(policy, workflowRecorder, clock),
                pollIntervals);
        return new JobEngine.Jobs(
                handlerWiring.dispatcher(store.inbox()),
                requestStepper(),
                slack.outboxRelay(
                        store.outbox(),
                        new UndeliverableHandler(
                                store.requests(), workflowRecorder, store.notifier(), slack.users(), clock)),
                () -> pollDevices(devicePoller));
    }

    private RequestStepper requestStepper() {
        CommandStep commandStep = new CommandStep(accessCheck, classic.devices(), store.requests(), workflowRecorder);
        return new RequestStepper(
                store.requests(),
                workflowRecorder,
                clock,
                new LaunchStep(commandStep, classic.rescueProvider(), probe, clock, pollIntervals),
                new ExitStep(commandStep, classic.rescueProvider(), clock, pollIntervals));
    }

    private Duration pollDevices(DevicePoller devicePoller) {
        Duration next = devicePoller.poll();
        slack.recheckToken();
        return next;
    }

    private HandlerWiring createHandlerWiring() {
        HandlerPorts ports = new HandlerPorts(
                HandlerPorts.StorePorts.of(store, recorder),
                HandlerPorts.AccountPorts.of(classic),
                HandlerPorts.SlackPorts.of(slack),
                new HandlerPorts.OperatorRules(
                        new ServedChannels(settings.scope().channelIds(), store.channelRedirects()),
                        policy,
                        new Ports(settings.server().sshPort(), settings.server().rdpPort()),
                        () -> publicUrl));
        return new HandlerWiring(ports, clock);
    }

    private Policy policy(Optional<Path> file) {
        return file.<Policy>map(path -> new PolicyFile(path, slack.directory())).orElse(Policy.PERMISSION_ONLY);
    }

    private BotHttpServer openHttpServer() throws IOException {
        HealthChecks healthChecks =
                new HealthChecks().add("slack", slackInbound::ready).add("database", store::isHealthy);
        Optional<SlackEndpoint> endpoint = settings.slack()
                .signingSecret()
                .map(secret -> (headers, body) -> slackInbound.handleHttpRequest("POST", headers, body));
        PrometheusMeterRegistry metrics = Metrics.createRegistry(store, slackInbound);
        Endpoints endpoints = new Endpoints(endpoint, Optional.of(handlerWiring.linkPages(slack::workspaceName)));
        BotHttpServer door = BotHttpServer.start(
                settings.server().httpHost(), settings.server().httpPort(), healthChecks, metrics, endpoints);
        publicUrl = settings.scope().publicUrl(door.port());
        return door;
    }

    /** The port of health, metrics and Slack's endpoint. */
    public int httpPort() {
        return httpServer.port();
    }

    /** Whether what people do reaches the bot by now. */
    public boolean isReady() {
        return slackInbound.ready() && store.isHealthy();
    }

    /** The door to the provider's account that the settings name. */
    public static ClassicAdapter createClassicAdapter(Settings.SoftLayer softLayer, InstantSource clock) {
        ClassicAccount classic = new ClassicAccount(
                softLayer.endpointUrl(),
                softLayer.username(),
                softLayer.apiKey(),
                softLayer.rescueImageId(),
                softLayer.iamUrl());
        return new ClassicAdapter(
                classic, clock, ClassicClientConfig.defaults().withCallsPerSecond(softLayer.callsPerSecond()));
    }

    static SlackClientConfig slackConfig(Settings settings) {
        Settings.Slack slack = settings.slack();
        return new SlackClientConfig(
                slack.botToken(),
                slack.appToken(),
                slack.signingSecret(),
                slack.apiUrl(),
                settings.scope().teamIds());
    }

    private static Thread probeThread(Runnable work) {
        Thread thread = new Thread(work, "lifeline-probe");
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing comes in any more, work in hand is finished, then the doors close. */
    @Override
    public void close() {
        httpServer.close();
        closeAdapters();
    }

    private void closeAdapters() {
        slackInbound.close();
        slack.close();
        jobEngine.close();
        probeExecutor.shutdownNow();
        probe.close();
        classic.close();
        store.close();
    }
}
