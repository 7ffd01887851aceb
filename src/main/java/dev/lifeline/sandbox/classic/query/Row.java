package dev.lifeline.sandbox.classic.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A small object whose properties are written down one by one; relations are looked up only when asked for. */
public final class Row implements Thing {

    private final String type;
    private final Map<String, Supplier<? extends @Nullable Object>> values = new LinkedHashMap<>();

    private Row(String type) {
        this.type = type;
    }

    /** An object without properties yet; the name goes without its {@code SoftLayer_}. */
    public static Row of(String type) {
        return new Row("SoftLayer_" + type);
    }

    /** The same with a value; null is no value. */
    public Row with(String property, @Nullable Object value) {
        values.put(property, () -> value);
        return this;
    }

    /** The same with a relation. */
    public Row linking(String property, Supplier<? extends @Nullable Object> relation) {
        values.put(property, relation);
        return this;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public @Nullable Object value(String property) {
        Supplier<? extends @Nullable Object> known = values.get(property);
        return known == null ? null : known.get();
    }
}
