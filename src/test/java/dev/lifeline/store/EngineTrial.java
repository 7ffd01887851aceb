package dev.lifeline.store;

import static dev.lifeline.contract.Samples.WEB_07;
import static dev.lifeline.contract.Samples.asked;
import static org.awaitility.Awaitility.await;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store, jobs that tell what they did, and engines that are closed afterwards. */
abstract class EngineTrial {

    /** So rare a poll that whatever starts sooner was woken by the commit. */
    static final Engine.Pace ONLY_WHEN_WOKEN = new Engine.Pace(Duration.ofMinutes(10), Duration.ofSeconds(1));

    private final List<AutoCloseable> open = new ArrayList<>();
    final InstantSource clock = InstantSource.system();
    String url = "";
    Store store;
    Recorded jobs;

    /** The URL of a database that nobody used before. */
    abstract String emptyDatabase();

    @BeforeEach
    void openStore() {
        url = emptyDatabase();
        store = anotherStore();
        jobs = new Recorded(store);
    }

    @AfterEach
    void closeAll() throws Exception {
        Collections.reverse(open);
        for (AutoCloseable each : open) each.close();
    }

    Store anotherStore() {
        Store another = Store.open(url, clock);
        open.add(another);
        return another;
    }

    Engine start(Engine.Pace pace) {
        return start(store, jobs, pace);
    }

    Engine start(Store on, Recorded doing, Engine.Pace pace) {
        Engine engine = on.engine(doing.jobs(), pace);
        open.add(engine);
        engine.start();
        return engine;
    }

    /** Nothing is due any more but the watch. */
    void allDone() {
        await().until(() -> new Rows(url).count("scheduled_tasks where task_name <> 'watch'") == 0);
    }

    static RescueRequest due(Instant at) {
        return RescueRequest.opened(
                new RequestId("request001"), asked("request001", WEB_07).plan(), at);
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
