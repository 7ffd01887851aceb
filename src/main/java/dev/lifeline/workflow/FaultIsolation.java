package dev.lifeline.workflow;

import dev.lifeline.rescue.RescueRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a fault in the work for one request from the work for the others. */
final class FaultIsolation {

    private static final Logger LOG = LoggerFactory.getLogger(FaultIsolation.class);

    private FaultIsolation() {}

    /**
     * Does a piece of work for one request; where it fails that is logged, and the caller goes on.
     *
     * @param name of the work, for the log
     */
    @SuppressWarnings("try") // open is all that the context has to be
    static void run(String name, RescueRequest request, Runnable work) {
        try (LogContext context = LogContext.of(request)) {
            work.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "Work failed, other requests go on: {} of request {}, device {}",
                    name,
                    request.id(),
                    request.device().id(),
                    e);
        }
    }
}
