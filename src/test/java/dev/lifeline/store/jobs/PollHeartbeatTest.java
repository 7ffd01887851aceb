package dev.lifeline.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import dev.lifeline.store.database.WorkerPool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PollHeartbeatTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final PollHeartbeat heartbeat = new PollHeartbeat(WorkerPool.OUTBOX_DELIVERIES, nanoTime::get);

    private void advance(long seconds) {
        nanoTime.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void a_pool_that_reads_its_due_jobs_is_well() {
        for (int i = 0; i < 30; i++) {
            advance(10);
            heartbeat.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        }

        assertThat(heartbeat.problem()).isEmpty();
        assertThat(heartbeat.standstill()).isEmpty();
    }

    @Test
    void a_pool_whose_polls_fail_is_not_ready_and_no_restart_would_help() {
        for (int i = 0; i < 30; i++) {
            advance(10);
            heartbeat.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
        }

        assertThat(heartbeat.problem()).contains("outbox deliveries have not read their due jobs for 300 s");
        assertThat(heartbeat.standstill()).isEmpty();
    }

    @Test
    void a_pool_whose_thread_hangs_is_not_ready_and_in_the_end_a_restart_is_asked_for() {
        advance(20);
        assertThat(heartbeat.problem()).isPresent();
        assertThat(heartbeat.standstill()).isEmpty();

        advance(80);

        assertThat(heartbeat.standstill())
                .hasValueSatisfying(said -> assertThat(said).contains("stands still since 100 s"));
    }

    @Test
    void what_other_threads_of_the_scheduler_do_says_nothing_about_the_one_that_polls() {
        advance(100);
        heartbeat.onSchedulerEvent(SchedulerEventType.RAN_UPDATE_HEARTBEATS);

        assertThat(heartbeat.standstill()).isPresent();
    }
}
