package dev.lifeline.workflow;

import dev.lifeline.rescue.RescueRequest;
import org.slf4j.MDC;

/** Ids of the request and its device on every line that the thread logs until this is closed. Ids only: no name, no text of a person. */
final class LogContext implements AutoCloseable {

    private static final String REQUEST = "request";
    private static final String DEVICE = "device";

    private LogContext(RescueRequest request) {
        MDC.put(REQUEST, request.id().value());
        MDC.put(DEVICE, request.device().id().toString());
    }

    static LogContext of(RescueRequest request) {
        return new LogContext(request);
    }

    @Override
    public void close() {
        MDC.remove(REQUEST);
        MDC.remove(DEVICE);
    }
}
