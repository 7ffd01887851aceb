package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.job.Job;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.store.StoreStatistics;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        metrics.providerCalls(Optional.empty())
                .begin("SoftLayer_Account::getVirtualGuests")
                .end("server_error");
        metrics.inboxWrites().begin("SlashCommand").end("ok");
        new ObservedProbe(device -> new ProbeResult.HostKey("SHA256:key"), metrics.probes()).probe(Fixtures.WEB_07);
        new ObservedJob("request", metrics.jobRuns(), Job.of(key -> Optional.empty(), List::of)).run("request00007");
        new ObservedRescueProvider(new TimedOutProvider(), metrics.commands())
                .prepareLaunch(Fixtures.WEB_07, RescueSystem.AS_INSTALLED)
                .send(SendGuard.NONE);
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
    void launches_probes_and_jobs_are_counted_by_what_came_of_them() {
        assertThat(scrape())
                .contains(
                        "lifeline_commands_seconds_count{method=\"launch\",outcome=\"unconfirmed\"} 1",
                        "lifeline_probes_seconds_count{method=\"linux\",outcome=\"host_key\"} 1",
                        "lifeline_job_runs_seconds_count{method=\"request\",outcome=\"done\"} 1");
    }

    @Test
    void a_job_that_fails_is_counted_and_fails_all_the_same() {
        Metrics metrics = new Metrics();
        Job failing = Job.of(
                key -> {
                    throw new IllegalStateException("on purpose");
                },
                List::of);

        assertThatThrownBy(() -> new ObservedJob("stream", metrics.jobRuns(), failing).run("key"))
                .hasMessage("on purpose");
        assertThat(metrics.registry().scrape())
                .contains("lifeline_job_runs_seconds_count{method=\"stream\",outcome=\"failed\"} 1");
    }

    /** A provider that answers no command. */
    private static final class TimedOutProvider implements RescueProvider {

        @Override
        public Optional<PreflightFailure> findPreflightFailure(Device device) {
            return Optional.empty();
        }

        @Override
        public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
            return guard -> new CommandResult.Unconfirmed("timeout");
        }

        @Override
        public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
            return guard -> new CommandResult.Unconfirmed("timeout");
        }

        @Override
        public PreparedCommand preparePowerOn(Device device) {
            return guard -> new CommandResult.Unconfirmed("timeout");
        }
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

        assertThat(metrics(counts).registry().scrape())
                .contains("lifeline_slack_up 1.0", "lifeline_requests_open{drill=\"false\"} NaN");
    }

    @Test
    void what_is_measured_is_not_lost_to_the_garbage_collector() {
        Metrics metrics = metrics(refreshed());
        System.gc();
        assertThat(metrics.registry().scrape().lines().filter(line -> line.startsWith("lifeline_")))
                .noneMatch(line -> line.contains("NaN"));
    }
}
