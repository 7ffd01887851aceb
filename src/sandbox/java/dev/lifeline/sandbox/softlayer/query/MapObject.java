package dev.lifeline.sandbox.softlayer.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object whose properties are given one by one; relations are computed only when requested. */
public final class MapObject implements ApiObject {

    private final String type;
    private final Map<String, Supplier<? extends @Nullable Object>> valueSuppliers = new LinkedHashMap<>();

    private MapObject(String type) {
        this.type = type;
    }

    /** Returns an object without properties; the type is named without its {@code SoftLayer_}. */
    public static MapObject ofType(String type) {
        return new MapObject("SoftLayer_" + type);
    }

    /** Adds a property; null is no value. */
    public MapObject withProperty(String property, @Nullable Object value) {
        valueSuppliers.put(property, () -> value);
        return this;
    }

    /** Adds a relation. */
    public MapObject withRelation(String property, Supplier<? extends @Nullable Object> relation) {
        valueSuppliers.put(property, relation);
        return this;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public @Nullable Object value(String property) {
        Supplier<? extends @Nullable Object> supplier = valueSuppliers.get(property);
        return supplier == null ? null : supplier.get();
    }
}
