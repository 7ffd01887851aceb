package dev.lifeline.app;

import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.Stage;
import dev.lifeline.transport.CallObserver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** The metrics of the bot. None of them waits for anything when it is read. */
final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CallObserver slackCalls =
            new CallMetrics(registry, "lifeline.slack.calls", "Calls of Slack's Web API, by method and outcome");
    private final CallObserver webhookCalls =
            new CallMetrics(registry, "lifeline.webhook.calls", "Calls of the policy's webhooks, by outcome");
    private final CallObserver inboxWrites = new CallMetrics(
            registry, "lifeline.inbox.writes", "Writes of interactions, for which Slack's acknowledgement waits");
    private final CallObserver probes = new CallMetrics(
            registry, "lifeline.probes", "Probes of devices, by the kind of their system and what answered");
    private final CallObserver jobRuns = new CallMetrics(
            registry, "lifeline.job.runs", "Executions of jobs, by kind and whether more is to be done");
    private final CallObserver commands = new CallMetrics(
            registry, "lifeline.commands", "Commands to the provider to launch or exit a rescue, by their result");

    /** With those of the JVM, the process and the build. Two are left out whose names Prometheus' own linter refuses. */
    Metrics() {
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("lifeline.build.info", () -> 1)
                .description("1, with the version of the bot and of Java")
                .tag("version", ReplicaAnnouncement.release())
                .tag("java", Runtime.version().toString())
                .register(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    CallObserver slackCalls() {
        return slackCalls;
    }

    /** @param account empty where there is one; else a label, too */
    CallObserver providerCalls(Optional<AccountName> account) {
        return new CallMetrics(
                registry,
                "lifeline.provider.calls",
                "Calls of the provider's API, by method and HTTP outcome",
                account.map(name -> Tags.of("account", name.value())).orElseGet(Tags::empty));
    }

    CallObserver webhookCalls() {
        return webhookCalls;
    }

    CallObserver inboxWrites() {
        return inboxWrites;
    }

    CallObserver probes() {
        return probes;
    }

    CallObserver jobRuns() {
        return jobRuns;
    }

    CallObserver commands() {
        return commands;
    }

    /** @param unreadableRows how many rows this process could not read */
    void register(
            RequestCounts counts,
            LongSupplier unreadableRows,
            BooleanSupplier slackReady,
            BooleanSupplier databaseReady) {
        registerRequests(counts);
        registerQueues(counts);
        gauge(
                "lifeline.rows.unreadable",
                "Stored rows that this replica could not read since it started",
                unreadableRows,
                LongSupplier::getAsLong);
        gauge(
                "lifeline.slack.up",
                "1 while interactions reach the bot and Slack accepts its token, else 0",
                slackReady,
                Metrics::oneIf);
        gauge("lifeline.database.up", "1 while interactions can be written, else 0", databaseReady, Metrics::oneIf);
    }

    private static double oneIf(BooleanSupplier condition) {
        return condition.getAsBoolean() ? 1 : 0;
    }

    private void registerRequests(RequestCounts counts) {
        registerOpen(counts, "false", RequestCounts::open);
        registerOpen(counts, "true", RequestCounts::openDrills);
        gauge(
                "lifeline.reviews.open",
                "Uses of break-glass that wait for their review",
                counts,
                RequestCounts::reviewPending);
        FunctionCounter.builder("lifeline.breakglass", counts, RequestCounts::breakGlass)
                .description("Rescue requests for which break-glass was used, without drills")
                .register(registry);
        Arrays.stream(Stage.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(stage -> !stage.equals(Stage.Closed.class.getSimpleName()))
                .forEach(stage -> registerStage(counts, stage));
    }

    private void registerOpen(RequestCounts counts, String drill, ToDoubleFunction<RequestCounts> value) {
        Gauge.builder("lifeline.requests.open", counts, value)
                .description("Rescue requests that are not closed, and drills of such")
                .tag("drill", drill)
                .strongReference(true)
                .register(registry);
    }

    private void registerStage(RequestCounts counts, String stage) {
        Gauge.builder("lifeline.requests.stage", counts, read -> read.inStage(stage))
                .description("Open rescue requests by their stage, without drills")
                .tag("stage", stage)
                .strongReference(true)
                .register(registry);
    }

    private void registerQueues(RequestCounts counts) {
        gauge(
                "lifeline.inbox.pending",
                "Interactions that are not processed",
                counts,
                RequestCounts::pendingInteractions);
        gauge(
                "lifeline.inbox.oldest.seconds",
                "How long the oldest interaction has been waiting",
                counts,
                RequestCounts::oldestInteractionSeconds);
        gauge(
                "lifeline.outbox.pending",
                "Messages that are neither delivered nor given up",
                counts,
                RequestCounts::pendingMessages);
        gauge(
                "lifeline.outbox.oldest.seconds",
                "How long the oldest message has been waiting for its delivery",
                counts,
                RequestCounts::oldestMessageSeconds);
    }

    private <T> void gauge(String name, String description, T object, ToDoubleFunction<T> value) {
        MeterRegistry meters = registry;
        Gauge.builder(name, object, value)
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
