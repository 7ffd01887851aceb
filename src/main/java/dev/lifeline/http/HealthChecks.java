package dev.lifeline.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Readiness checks by name, in the order they were added. Add all of them before the server starts: adding is not thread-safe. */
public final class HealthChecks {

    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();

    /** Adds a check. It is run for each readiness request, on a thread of the HTTP server, and should not block. */
    public HealthChecks add(String name, BooleanSupplier ready) {
        checks.put(name, ready);
        return this;
    }

    /** Runs each check. */
    Map<String, Boolean> runAll() {
        Map<String, Boolean> results = new LinkedHashMap<>();
        checks.forEach((name, ready) -> results.put(name, ready.getAsBoolean()));
        return results;
    }
}
