package dev.lifeline.app;

import dev.lifeline.rescue.RescueRequests;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of the bot, read from the database at each scrape; where one cannot be read, the others are served. */
final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private Metrics() {}

    /** @param unreadableRows how many rows this process could not read */
    static PrometheusMeterRegistry createRegistry(
            RescueRequests requests, LongSupplier unreadableRows, BooleanSupplier slackReady) {
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
    private static void registerRequests(MeterRegistry registry, RescueRequests requests) {
        Gauge.builder("lifeline.requests.open", requests, RescueRequests::countOpen)
                .description("Rescue requests that are not closed")
                .strongReference(true)
                .register(registry);
        Gauge.builder("lifeline.reviews.open", requests, RescueRequests::countReviewPending)
                .description("Uses of break-glass that wait for their review")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("lifeline.breakglass", requests, Metrics::countBreakGlass)
                .description("Rescue requests for which break-glass was used")
                .register(registry);
    }

    /** A gauge that fails is shown as none by itself; a counter that fails would take the whole scrape with it. */
    private static double countBreakGlass(RescueRequests requests) {
        try {
            return requests.countBreakGlass();
        } catch (RuntimeException e) {
            LOG.warn("Metric lifeline.breakglass not read: {}", e.toString());
            return Double.NaN;
        }
    }
}
