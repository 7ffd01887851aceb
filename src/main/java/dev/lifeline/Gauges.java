package dev.lifeline;

import dev.lifeline.slack.SlackDoor;
import dev.lifeline.store.Store;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What is there to see of the bot from outside, whenever somebody looks? */
final class Gauges {

    private Gauges() {}

    static PrometheusMeterRegistry of(Store store, SlackDoor slack) {
        PrometheusMeterRegistry gauges = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        gauges.gauge(
                "lifeline.open.requests",
                store,
                opened -> opened.requests().open().size());
        gauges.gauge(
                "lifeline.reviews.open",
                store,
                opened -> opened.requests().underReview().size());
        gauges.gauge("lifeline.glass.broken", store, opened -> opened.requests().glassBroken());
        gauges.gauge("lifeline.slack.ready", slack, door -> door.ready() ? 1 : 0);
        return gauges;
    }
}
