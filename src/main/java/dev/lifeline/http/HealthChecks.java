package dev.lifeline.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Is the bot able to do its work just now? Every part is asked by name, so that the one that is not shows. */
public final class HealthChecks {

    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();

    /** Adds a part; asked each time. */
    public HealthChecks add(String name, BooleanSupplier ready) {
        checks.put(name, ready);
        return this;
    }

    /** Each part, and whether it is ready. */
    Map<String, Boolean> runAll() {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        checks.forEach((name, ready) -> seen.put(name, ready.getAsBoolean()));
        return seen;
    }
}
