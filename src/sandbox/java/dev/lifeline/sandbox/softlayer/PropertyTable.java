package dev.lifeline.sandbox.softlayer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a kind of device, property by property. */
final class PropertyTable {

    private final Map<String, PropertyGetter> gettersByName = new HashMap<>();

    /** One property of a device; null where it has none. */
    @FunctionalInterface
    interface PropertyGetter {
        @Nullable
        Object get(DeviceObject thing);
    }

    PropertyTable add(String property, PropertyGetter propertyGetter) {
        gettersByName.put(property, propertyGetter);
        return this;
    }

    @Nullable
    Object value(DeviceObject thing, String property) {
        PropertyGetter propertyGetter = gettersByName.get(property);
        return propertyGetter == null ? null : propertyGetter.get(thing);
    }

    Set<String> names() {
        return Set.copyOf(gettersByName.keySet());
    }
}
