package dev.lifeline.store;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static org.awaitility.Awaitility.await;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.testkit.SteppableClock;
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

/** A store, recording jobs, and engines that are closed after each test. */
@ExtendWith(FullScanExtension.class)
abstract class JobEngineTestBase {

    /** Poll intervals so long that a job which starts sooner was woken by a commit. */
    static final JobEngine.PollSettings WAKE_UP_ONLY =
            new JobEngine.PollSettings(Duration.ofMinutes(10), Duration.ofSeconds(1));

    private final List<AutoCloseable> resources = new ArrayList<>();
    final SteppableClock clock = new SteppableClock(Duration.ZERO);
    String databaseUrl = "";
    Store store;
    RecordingJobs jobs;

    /** The URL of a new, empty database. */
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
        for (AutoCloseable resource : resources) resource.close();
    }

    Store openAnotherStore() {
        return openAnotherStore(clock);
    }

    Store openAnotherStore(InstantSource itsClock) {
        Store otherStore = Store.open(databaseUrl, itsClock);
        resources.add(otherStore);
        return otherStore;
    }

    JobEngine startEngine(JobEngine.PollSettings pollSettings) {
        return startEngine(store, jobs, pollSettings);
    }

    JobEngine startEngine(Store targetStore, RecordingJobs recordingJobs, JobEngine.PollSettings pollSettings) {
        JobEngine jobEngine = targetStore.createEngine(recordingJobs.jobs(), pollSettings);
        resources.add(jobEngine);
        jobEngine.start();
        return jobEngine;
    }

    /** Waits until nothing is due but the poll. */
    void awaitNoDueJobs() {
        await().until(() -> new RawSql(databaseUrl).countRows("scheduled_tasks where task_name <> 'device_poll'") == 0);
    }

    static RescueRequest requestDueAt(Instant dueAt) {
        return RescueRequest.create(
                new RequestId("request001"),
                awaitingConfirmation("request001", WEB_07).plan(),
                dueAt);
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
