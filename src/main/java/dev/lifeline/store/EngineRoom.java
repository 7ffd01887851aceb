package dev.lifeline.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** How is an engine put together? On db-scheduler, with every default set that does not suit (stack.md 2). */
final class EngineRoom {

    /** The least that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    /** Work of another shift is unknown to a scheduler, and it would throw away what it does not know for a fortnight. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final Duration WORK_IN_HAND = Duration.ofSeconds(5);

    private final Database database;
    private final Transactions transactions;
    private final Timetable timetable;
    private final Bell bell;
    private final InstantSource clock;

    EngineRoom(Database database, Transactions transactions, Timetable timetable, Bell bell, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.timetable = timetable;
        this.bell = bell;
        this.clock = clock;
    }

    Engine engine(Engine.Jobs jobs, Engine.Pace pace) {
        HikariDataSource connections = database.engineConnections();
        Map<Errand, Engine.Job> byTask = new EnumMap<>(Map.of(
                Errand.ANSWERS, jobs.answers(), Errand.STEPS, jobs.steps(), Errand.DELIVERIES, jobs.deliveries()));
        DataSource inTurn = new QueuedConnections(connections, database.turns()).dataSource();
        List<Shift> shifts = Arrays.stream(Hands.values())
                .map(hands -> new Shift(hands, scheduler(inTurn, hands, tasks(hands, byTask, jobs.watch()), pace)))
                .toList();
        return new Engine(
                shifts, new Sweep(byTask, timetable, new Purge(transactions, clock), clock), bell, connections);
    }

    private List<Task<?>> tasks(Hands hands, Map<Errand, Engine.Job> jobs, Engine.Watch watch) {
        List<Task<?>> tasks = new ArrayList<>();
        for (Errand errand : hands.errands()) {
            Engine.Job job = jobs.get(errand);
            tasks.add(
                    job == null
                            ? new WatchTask(watch, timetable, clock).task()
                            : new JobTask(errand, job, timetable, clock).task());
        }
        return tasks;
    }

    private Scheduler scheduler(DataSource connections, Hands hands, List<Task<?>> tasks, Engine.Pace pace) {
        SchedulerBuilder builder = Scheduler.create(connections, tasks)
                .schedulerName(new SchedulerName.Fixed("lifeline-" + UUID.randomUUID()))
                .jdbcCustomization(database.dialect().customization(hands))
                .serializer(new JacksonSerializer())
                .clock(clock::instant)
                .threads(hands.count())
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(WORK_IN_HAND)
                .deleteUnresolvedAfter(NEVER)
                .failureLogging(LogLevel.OFF, false)
                .enablePriority()
                .enableImmediateExecution();
        return database.dialect().polled(builder).build();
    }
}
