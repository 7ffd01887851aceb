package dev.lifeline.sandbox.classic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a kind of device, property by property. */
final class Facts {

    private final Map<String, Fact> byName = new HashMap<>();

    /** One property of a device; null where it has none. */
    @FunctionalInterface
    interface Fact {
        @Nullable
        Object of(DeviceThing thing);
    }

    Facts fact(String property, Fact fact) {
        byName.put(property, fact);
        return this;
    }

    @Nullable
    Object of(DeviceThing thing, String property) {
        Fact fact = byName.get(property);
        return fact == null ? null : fact.of(thing);
    }

    Set<String> names() {
        return Set.copyOf(byName.keySet());
    }
}
