package dev.lifeline.sandbox.softlayer.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A small object whose properties are written down one by one; relations are looked up only when asked for. */
public final class MapObject implements ApiObject {

    private final String type;
    private final Map<String, Supplier<? extends @Nullable Object>> valueSuppliers = new LinkedHashMap<>();

    private MapObject(String type) {
        this.type = type;
    }

    /** An object without properties yet; the name goes without its {@code SoftLayer_}. */
    public static MapObject ofType(String type) {
        return new MapObject("SoftLayer_" + type);
    }

    /** The same with a value; null is no value. */
    public MapObject withProperty(String property, @Nullable Object value) {
        valueSuppliers.put(property, () -> value);
        return this;
    }

    /** The same with a relation. */
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
        Supplier<? extends @Nullable Object> known = valueSuppliers.get(property);
        return known == null ? null : known.get();
    }
}
