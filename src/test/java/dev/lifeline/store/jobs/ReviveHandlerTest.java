package dev.lifeline.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.lifeline.testkit.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ReviveHandlerTest {

    private final List<Instant> rescheduledTo = new ArrayList<>();

    @Test
    void what_a_dead_replica_left_is_due_now_by_the_clock_of_the_engine() {
        Execution left = new Execution(Fixtures.NOON, new TaskInstance<Void>("interactions", "interaction-1"));

        new ReviveHandler(() -> Fixtures.NOON)
                .deadExecution(
                        ExecutionComplete.failure(left, Fixtures.NOON, Fixtures.NOON, null),
                        new RecordedOperations(left));

        assertThat(rescheduledTo).containsExactly(Fixtures.NOON);
    }

    private final class RecordedOperations extends ExecutionOperations<Void> {
        private RecordedOperations(Execution execution) {
            super(Mockito.mock(TaskRepository.class), SchedulerListeners.NOOP, execution);
        }

        @Override
        public void reschedule(ExecutionComplete completed, Instant nextExecutionTime) {
            rescheduledTo.add(nextExecutionTime);
        }
    }
}
