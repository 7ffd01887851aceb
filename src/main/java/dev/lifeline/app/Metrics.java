package dev.lifeline.app;

import dev.lifeline.rescue.RescueRequests;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;

/** The metrics of the bot, read from the database at each scrape. */
final class Metrics {

    private Metrics() {}

    static PrometheusMeterRegistry createRegistry(RescueRequests requests, BooleanSupplier slackReady) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registerRequests(registry, requests);
        Gauge.builder("lifeline.slack.up", slackReady, ready -> ready.getAsBoolean() ? 1 : 0)
                .description("1 while interactions reach the bot and Slack accepts its token, else 0")
                .strongReference(true)
                .register(registry);
        return registry;
    }

    /** The counter refers to the requests weakly; the gauges keep them. */
    private static void registerRequests(MeterRegistry registry, RescueRequests requests) {
        Gauge.builder("lifeline.requests.open", requests, all -> all.findOpen().size())
                .description("Rescue requests that are not closed")
                .strongReference(true)
                .register(registry);
        Gauge.builder(
                        "lifeline.reviews.open",
                        requests,
                        all -> all.findReviewPending().size())
                .description("Uses of break-glass that wait for their review")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("lifeline.breakglass", requests, RescueRequests::countBreakGlass)
                .description("Rescue requests for which break-glass was used")
                .register(registry);
    }
}
