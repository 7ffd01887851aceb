package dev.lifeline.sandbox.softlayer.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders objects by the value at the end of a path; objects without a value come first. */
record OrderBy(List<String> path, int direction) {

    OrderBy prefixedWith(String name) {
        List<String> longer = new ArrayList<>(List.of(name));
        longer.addAll(path);
        return new OrderBy(longer, direction);
    }

    /** Compares two values that {@link #sortValue} returned. */
    int compare(@Nullable Object first, @Nullable Object second) {
        return direction * compareValues(first, second);
    }

    /** Returns the value that an object is ordered by. */
    @Nullable
    Object sortValue(ApiObject apiObject) {
        Object value = apiObject;
        for (String step : path) {
            if (value instanceof Collection<?> elements)
                value = elements.isEmpty() ? null : elements.iterator().next();
            value = value instanceof ApiObject object ? object.value(step) : null;
        }
        return value;
    }

    private static int compareValues(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null) return Boolean.compare(first != null, second != null);
        if (first instanceof Long a && second instanceof Long b) return Long.compare(a, b);
        if (first instanceof Number a && second instanceof Number b) return Double.compare(a.doubleValue(), b.doubleValue());
        if (first instanceof Instant a && second instanceof Instant b) return a.compareTo(b);
        return first.toString().toLowerCase(Locale.ROOT).compareTo(second.toString().toLowerCase(Locale.ROOT));
    }
}
