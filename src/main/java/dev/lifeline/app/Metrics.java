package dev.lifeline.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The metrics of the bot. None of them waits for anything when it is read. */
final class Metrics {

    private Metrics() {}

    /** @param unreadableRows how many rows this process could not read */
    static PrometheusMeterRegistry createRegistry(
            RequestCounts requests, LongSupplier unreadableRows, BooleanSupplier slackReady) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registerRequests(registry, requests);
        Gauge.builder("lifeline.rows.unreadable", unreadableRows, LongSupplier::getAsLong)
                .description("Stored rows that this replica could not read since it started")
                .strongReference(true)
                .register(registry);
        Gauge.builder("lifeline.slack.up", slackReady, ready -> ready.getAsBoolean() ? 1 : 0)
                .description("1 while interactions reach the bot and Slack accepts its token, else 0")
                .strongReference(true)
                .register(registry);
        return registry;
    }

    /** The counter refers to the requests weakly; the gauges keep them. */
    private static void registerRequests(MeterRegistry registry, RequestCounts requests) {
        Gauge.builder("lifeline.requests.open", requests, RequestCounts::open)
                .description("Rescue requests that are not closed")
                .strongReference(true)
                .register(registry);
        Gauge.builder("lifeline.reviews.open", requests, RequestCounts::reviewPending)
                .description("Uses of break-glass that wait for their review")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("lifeline.breakglass", requests, RequestCounts::breakGlass)
                .description("Rescue requests for which break-glass was used")
                .register(registry);
    }
}
