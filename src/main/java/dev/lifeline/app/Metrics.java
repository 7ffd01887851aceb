package dev.lifeline.app;

import dev.lifeline.slack.SlackInbound;
import dev.lifeline.store.Store;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What is there to see of the bot from outside, whenever somebody looks? */
final class Metrics {

    private Metrics() {}

    static PrometheusMeterRegistry createRegistry(Store store, SlackInbound slack) {
        PrometheusMeterRegistry gauges = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        gauges.gauge(
                "lifeline.open.requests",
                store,
                opened -> opened.requests().findOpen().size());
        gauges.gauge(
                "lifeline.reviews.open",
                store,
                opened -> opened.requests().findReviewPending().size());
        gauges.gauge("lifeline.glass.broken", store, opened -> opened.requests().countBreakGlass());
        gauges.gauge("lifeline.slack.ready", slack, door -> door.ready() ? 1 : 0);
        return gauges;
    }
}
