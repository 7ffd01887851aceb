package dev.lifeline.app;

import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.store.StoreStatistics;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rescue requests and how much unfinished work there is, as last read from the database. {@link #refresh} blocks for it and is
 * called by one thread; the counts never block, so that metrics are served whatever the database does. Not a number until they were read
 * once.
 */
final class RequestCounts {

    private static final Logger LOG = LoggerFactory.getLogger(RequestCounts.class);

    private static final double MILLIS_PER_SECOND = 1_000;

    private final RescueRequests requests;
    private final Supplier<StoreStatistics> statistics;
    private final InstantSource clock;
    private volatile Counts latest = new Counts(Double.NaN, Double.NaN, Double.NaN, Double.NaN, StoreStatistics.NONE);

    private record Counts(
            double open, double openDrills, double reviewPending, double breakGlass, StoreStatistics statistics) {}

    /** @param clock by which the store dates what it holds */
    RequestCounts(RescueRequests requests, Supplier<StoreStatistics> statistics, InstantSource clock) {
        this.requests = requests;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Reads the counts; where that fails those of before stay. Throws nothing. */
    void refresh() {
        try {
            latest = new Counts(
                    requests.countOpen(),
                    requests.countOpenDrills(),
                    requests.countReviewPending(),
                    requests.countBreakGlass(),
                    statistics.get());
        } catch (RuntimeException e) {
            LOG.info("Counts of requests not read: {}", e.toString());
        }
    }

    double open() {
        return latest.open();
    }

    double openDrills() {
        return latest.openDrills();
    }

    double reviewPending() {
        return latest.reviewPending();
    }

    double breakGlass() {
        return latest.breakGlass();
    }

    /** Open requests in a stage, by its simple name. */
    double inStage(String stage) {
        return latest.statistics().openRequestsByStage().getOrDefault(stage, 0L);
    }

    double pendingInteractions() {
        return latest.statistics().pendingInteractions();
    }

    /** How long the oldest interaction has been waiting, in seconds. */
    double oldestInteractionSeconds() {
        return age(latest.statistics().oldestInteractionMillis());
    }

    double pendingMessages() {
        return latest.statistics().pendingMessages();
    }

    /** How long the oldest message has been waiting for its delivery, in seconds. */
    double oldestMessageSeconds() {
        return age(latest.statistics().oldestMessageMillis());
    }

    private double age(long sinceMillis) {
        return sinceMillis == 0 ? 0 : Math.max(0, (clock.millis() - sinceMillis) / MILLIS_PER_SECOND);
    }
}
