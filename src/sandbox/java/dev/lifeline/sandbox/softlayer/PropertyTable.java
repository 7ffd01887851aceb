package dev.lifeline.sandbox.softlayer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of a device type, by name. */
final class PropertyTable {

    private final Map<String, PropertyGetter> gettersByName = new HashMap<>();

    /** Reads one property of a device; null where it has none. */
    @FunctionalInterface
    interface PropertyGetter {
        @Nullable
        Object get(DeviceObject device);
    }

    PropertyTable add(String property, PropertyGetter propertyGetter) {
        gettersByName.put(property, propertyGetter);
        return this;
    }

    @Nullable
    Object value(DeviceObject device, String property) {
        PropertyGetter propertyGetter = gettersByName.get(property);
        return propertyGetter == null ? null : propertyGetter.get(device);
    }

    Set<String> names() {
        return Set.copyOf(gettersByName.keySet());
    }
}
