package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.InMemoryRescueRequests;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void every_metric_has_a_help_text_and_break_glass_is_a_counter() {
        String scraped =
                Metrics.createRegistry(new InMemoryRescueRequests(), () -> true).scrape();

        assertThat(scraped.lines().filter(line -> line.startsWith("# TYPE")))
                .containsExactlyInAnyOrder(
                        "# TYPE lifeline_breakglass_total counter",
                        "# TYPE lifeline_requests_open gauge",
                        "# TYPE lifeline_reviews_open gauge",
                        "# TYPE lifeline_slack_up gauge");
        assertThat(scraped.lines().filter(line -> line.startsWith("# HELP"))).hasSize(4);
        assertThat(scraped).contains("lifeline_slack_up 1.0");
    }

    @Test
    void what_is_measured_is_not_lost_to_the_garbage_collector() {
        PrometheusMeterRegistry registry = Metrics.createRegistry(new InMemoryRescueRequests(), () -> true);
        System.gc();
        assertThat(registry.scrape()).doesNotContain("NaN");
    }
}
