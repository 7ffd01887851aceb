package dev.lifeline.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Is the bot able to do its work just now? Every part is asked by name, so that the one that is not shows. */
public final class Health {

    private final Map<String, BooleanSupplier> parts = new LinkedHashMap<>();

    /** Adds a part; asked each time. */
    public Health part(String name, BooleanSupplier ready) {
        parts.put(name, ready);
        return this;
    }

    /** Each part, and whether it is ready. */
    Map<String, Boolean> look() {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        parts.forEach((name, ready) -> seen.put(name, ready.getAsBoolean()));
        return seen;
    }
}
