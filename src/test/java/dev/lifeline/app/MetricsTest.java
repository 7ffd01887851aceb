package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.testkit.InMemoryRescueRequests;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static RequestCounts counts() {
        RequestCounts counts = new RequestCounts(new InMemoryRescueRequests());
        counts.refresh();
        return counts;
    }

    @Test
    void every_metric_has_a_help_text_and_break_glass_is_a_counter() {
        String scraped = Metrics.createRegistry(counts(), () -> 3, () -> true)
                .scrape();

        assertThat(scraped.lines().filter(line -> line.startsWith("# TYPE")))
                .containsExactlyInAnyOrder(
                        "# TYPE lifeline_breakglass_total counter",
                        "# TYPE lifeline_requests_open gauge",
                        "# TYPE lifeline_reviews_open gauge",
                        "# TYPE lifeline_rows_unreadable gauge",
                        "# TYPE lifeline_slack_up gauge");
        assertThat(scraped.lines().filter(line -> line.startsWith("# HELP"))).hasSize(5);
        assertThat(scraped).contains("lifeline_slack_up 1.0", "lifeline_rows_unreadable 3.0");
    }

    @Test
    void a_database_that_does_not_answer_takes_away_no_other_metric() {
        RescueRequests failing = (RescueRequests) Proxy.newProxyInstance(
                MetricsTest.class.getClassLoader(),
                new Class<?>[] {RescueRequests.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the database does not answer");
                });

        RequestCounts counts = new RequestCounts(failing);
        counts.refresh();

        assertThat(Metrics.createRegistry(counts, () -> 0, () -> true).scrape())
                .contains("lifeline_slack_up 1.0");
    }

    @Test
    void what_is_measured_is_not_lost_to_the_garbage_collector() {
        PrometheusMeterRegistry registry = Metrics.createRegistry(counts(), () -> 0, () -> true);
        System.gc();
        assertThat(registry.scrape()).doesNotContain("NaN");
    }
}
