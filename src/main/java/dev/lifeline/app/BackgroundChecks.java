package dev.lifeline.app;

import dev.lifeline.store.database.DatabaseHeartbeat;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The thread that asks the database again and again, so that health checks and metrics never wait for it. */
final class BackgroundChecks implements AutoCloseable {

    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration ANNOUNCEMENT_INTERVAL = Duration.ofSeconds(15);

    private final DatabaseHeartbeat heartbeat;
    private final RequestCounts requestCounts;
    private final Runnable announcement;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(BackgroundChecks::newThread);

    /** @param announcement tells others that this process serves */
    BackgroundChecks(DatabaseHeartbeat heartbeat, RequestCounts requestCounts, Runnable announcement) {
        this.heartbeat = heartbeat;
        this.requestCounts = requestCounts;
        this.announcement = announcement;
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "lifeline-heartbeat");
        thread.setDaemon(true);
        return thread;
    }

    /** Asks once, then goes on in the background. Called once the database is open. */
    void start() {
        heartbeat.beat();
        requestCounts.refresh();
        executor.execute(announcement);
        repeat(heartbeat::beat, HEARTBEAT_INTERVAL);
        repeat(requestCounts::refresh, COUNT_INTERVAL);
        repeat(announcement, ANNOUNCEMENT_INTERVAL);
    }

    private void repeat(Runnable check, Duration interval) {
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(check, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    DatabaseHeartbeat heartbeat() {
        return heartbeat;
    }

    RequestCounts requestCounts() {
        return requestCounts;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
