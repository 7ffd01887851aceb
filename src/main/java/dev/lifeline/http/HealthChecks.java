package dev.lifeline.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Health checks by name, in the order they were added. Each gives what is wrong, in words for the operator, or nothing. They are asked for
 * each request on a thread of the HTTP server, so none of them may block. Add all of them before the server starts: adding is not
 * thread-safe.
 */
public final class HealthChecks {

    private final Map<String, Supplier<Optional<String>>> readiness = new LinkedHashMap<>();
    private final Map<String, Supplier<Optional<String>>> liveness = new LinkedHashMap<>();

    /** Adds a check of whether the bot can serve now; what is wrong may end by itself. */
    public HealthChecks add(String name, Supplier<Optional<String>> problem) {
        readiness.put(name, problem);
        return this;
    }

    /** Adds a check of whether only a restart of the process helps. */
    public HealthChecks addLiveness(String name, Supplier<Optional<String>> standstill) {
        liveness.put(name, standstill);
        return this;
    }

    /** The problem of each readiness check, or nothing. */
    Map<String, Optional<String>> readiness() {
        return askAll(readiness);
    }

    /** The problem of each liveness check, or nothing. */
    Map<String, Optional<String>> liveness() {
        return askAll(liveness);
    }

    private static Map<String, Optional<String>> askAll(Map<String, Supplier<Optional<String>>> checks) {
        Map<String, Optional<String>> results = new LinkedHashMap<>();
        checks.forEach((name, problem) -> results.put(name, problem.get()));
        return results;
    }
}
