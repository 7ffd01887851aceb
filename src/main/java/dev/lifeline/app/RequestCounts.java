package dev.lifeline.app;

import dev.lifeline.rescue.RescueRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rescue requests there are, as last read from the database. {@link #refresh} blocks for it and is called by one thread; the counts
 * never block, so that metrics are served whatever the database does. Not a number until they were read once.
 */
final class RequestCounts {

    private static final Logger LOG = LoggerFactory.getLogger(RequestCounts.class);

    private final RescueRequests requests;
    private volatile Counts latest = new Counts(Double.NaN, Double.NaN, Double.NaN);

    private record Counts(double open, double reviewPending, double breakGlass) {}

    RequestCounts(RescueRequests requests) {
        this.requests = requests;
    }

    /** Reads the counts; where that fails those of before stay. Throws nothing. */
    void refresh() {
        try {
            latest = new Counts(requests.countOpen(), requests.countReviewPending(), requests.countBreakGlass());
        } catch (RuntimeException e) {
            LOG.info("Counts of requests not read: {}", e.toString());
        }
    }

    double open() {
        return latest.open();
    }

    double reviewPending() {
        return latest.reviewPending();
    }

    double breakGlass() {
        return latest.breakGlass();
    }
}
