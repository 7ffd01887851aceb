package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.store.StoreStatistics;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final StoreStatistics STATISTICS =
            new StoreStatistics(Map.of("AwaitingApproval", 2L), 3, Fixtures.NOON.toEpochMilli(), 0, 0);

    private static RequestCounts counts(RescueRequests requests) {
        return new RequestCounts(
                requests, () -> STATISTICS, InstantSource.fixed(Fixtures.NOON.plus(Duration.ofSeconds(90))));
    }

    private static Metrics metrics(RequestCounts counts) {
        Metrics metrics = new Metrics();
        metrics.register(counts, () -> 3, () -> true, () -> false);
        return metrics;
    }

    private static RequestCounts refreshed() {
        RequestCounts counts = counts(new InMemoryRescueRequests());
        counts.refresh();
        return counts;
    }

    /** A scrape in which each kind of call happened once. */
    static String scrape() {
        Metrics metrics = metrics(refreshed());
        metrics.slackCalls().begin("chat.postMessage").end("ok");
        metrics.providerCalls().begin("SoftLayer_Account::getVirtualGuests").end("server_error");
        metrics.inboxWrites().begin("SlashCommand").end("ok");
        return metrics.registry().scrape();
    }

    @Test
    void every_metric_has_a_help_text_and_a_type() {
        Set<String> named = names("# HELP ");

        assertThat(named).isEqualTo(names("# TYPE "));
        assertThat(scrape().lines().filter(line -> line.startsWith("# HELP ")))
                .allMatch(line -> line.split(" ", 4).length == 4 && !line.split(" ", 4)[3].isBlank());
    }

    private static Set<String> names(String prefix) {
        return scrape().lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void calls_are_histograms_by_method_and_outcome() {
        assertThat(scrape())
                .contains(
                        "# TYPE lifeline_slack_calls_seconds histogram",
                        "lifeline_slack_calls_seconds_count{method=\"chat.postMessage\",outcome=\"ok\"} 1",
                        "lifeline_provider_calls_seconds_bucket{method=\"SoftLayer_Account::getVirtualGuests\",outcome=\"server_error\",le=\"0.05\"}",
                        "lifeline_inbox_writes_seconds_count{method=\"SlashCommand\",outcome=\"ok\"} 1");
    }

    @Test
    void queues_are_told_by_size_and_age_and_requests_by_stage() {
        assertThat(scrape())
                .contains(
                        "lifeline_requests_stage{stage=\"AwaitingApproval\"} 2.0",
                        "lifeline_requests_stage{stage=\"Booting\"} 0.0",
                        "lifeline_inbox_pending 3.0",
                        "lifeline_inbox_oldest_seconds 90.0",
                        "lifeline_outbox_oldest_seconds 0.0",
                        "# TYPE lifeline_breakglass_total counter",
                        "lifeline_slack_up 1.0",
                        "lifeline_database_up 0.0",
                        "lifeline_rows_unreadable 3.0")
                .contains("jvm_memory_used_bytes", "process_uptime_seconds", "lifeline_build_info{java=");
    }

    @Test
    void a_database_that_does_not_answer_takes_away_no_other_metric_and_keeps_what_was_read() {
        RescueRequests failing = (RescueRequests) Proxy.newProxyInstance(
                MetricsTest.class.getClassLoader(),
                new Class<?>[] {RescueRequests.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("the database does not answer");
                });
        RequestCounts counts = counts(failing);
        counts.refresh();

        assertThat(metrics(counts).registry().scrape()).contains("lifeline_slack_up 1.0", "lifeline_requests_open{drill=\"false\"} NaN");
    }

    @Test
    void what_is_measured_is_not_lost_to_the_garbage_collector() {
        Metrics metrics = metrics(refreshed());
        System.gc();
        assertThat(metrics.registry().scrape().lines().filter(line -> line.startsWith("lifeline_")))
                .noneMatch(line -> line.contains("NaN"));
    }
}
