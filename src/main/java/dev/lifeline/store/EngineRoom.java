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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** How is an engine put together? On db-scheduler, with every default set that does not suit (stack.md 2). */
final class EngineRoom {

    /** How many jobs run at once on one replica; most of the time they wait for somebody else's server. */
    static final int THREADS = 24;

    /** The least that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

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
        Scheduler scheduler = scheduler(inTurn, tasks(byTask, jobs.watch()), pace);
        return new Engine(
                scheduler, new Sweep(byTask, timetable, new Purge(transactions, clock), clock), bell, connections);
    }

    private List<Task<?>> tasks(Map<Errand, Engine.Job> jobs, Engine.Watch watch) {
        List<Task<?>> tasks = new ArrayList<>();
        jobs.forEach((task, job) -> tasks.add(new JobTask(task, job, timetable, clock).task()));
        tasks.add(new WatchTask(watch, timetable, clock).task());
        return tasks;
    }

    private Scheduler scheduler(DataSource connections, List<Task<?>> tasks, Engine.Pace pace) {
        SchedulerBuilder builder = Scheduler.create(connections, tasks)
                .schedulerName(new SchedulerName.Fixed("lifeline-" + UUID.randomUUID()))
                .jdbcCustomization(database.dialect().customization())
                .serializer(new JacksonSerializer())
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(WORK_IN_HAND)
                .failureLogging(LogLevel.OFF, false)
                .enablePriority()
                .enableImmediateExecution();
        return database.dialect().polled(builder).build();
    }
}
