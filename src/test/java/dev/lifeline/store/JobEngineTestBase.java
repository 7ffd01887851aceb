package dev.lifeline.store;

import static dev.lifeline.contract.Samples.WEB_07;
import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static org.awaitility.Awaitility.await;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store, jobs that tell what they did, and engines that are closed afterwards. */
@ExtendWith(FullScanExtension.class)
abstract class JobEngineTestBase {

    /** So rare a poll that whatever starts sooner was woken by the commit. */
    static final JobEngine.PollSettings WAKE_UP_ONLY =
            new JobEngine.PollSettings(Duration.ofMinutes(10), Duration.ofSeconds(1));

    private final List<AutoCloseable> resources = new ArrayList<>();
    final InstantSource clock = InstantSource.system();
    String databaseUrl = "";
    Store store;
    RecordingJobs jobs;

    /** The URL of a database that nobody used before. */
    abstract String emptyDatabaseUrl();

    @BeforeEach
    void openStore() {
        databaseUrl = emptyDatabaseUrl();
        store = openAnotherStore();
        jobs = new RecordingJobs(store);
    }

    @AfterEach
    void closeAll() throws Exception {
        Collections.reverse(resources);
        for (AutoCloseable each : resources) each.close();
    }

    Store openAnotherStore() {
        Store another = Store.open(databaseUrl, clock);
        resources.add(another);
        return another;
    }

    JobEngine startEngine(JobEngine.PollSettings pollSettings) {
        return startEngine(store, jobs, pollSettings);
    }

    JobEngine startEngine(Store on, RecordingJobs doing, JobEngine.PollSettings pollSettings) {
        JobEngine jobEngine = on.createEngine(doing.jobs(), pollSettings);
        resources.add(jobEngine);
        jobEngine.start();
        return jobEngine;
    }

    /** Nothing is due any more but the watch. */
    void awaitNoDueJobs() {
        await().until(() -> new RawSql(databaseUrl).countRows("scheduled_tasks where task_name <> 'device_poll'") == 0);
    }

    static RescueRequest requestDueAt(Instant at) {
        return RescueRequest.create(
                new RequestId("request001"),
                awaitingConfirmation("request001", WEB_07).plan(),
                at);
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
