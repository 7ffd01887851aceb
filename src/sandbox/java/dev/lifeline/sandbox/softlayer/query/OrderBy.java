package dev.lifeline.sandbox.softlayer.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders objects by the value at the end of a path; what has none comes first. */
record OrderBy(List<String> path, int direction) {

    OrderBy prefixedWith(String name) {
        List<String> longer = new ArrayList<>(List.of(name));
        longer.addAll(path);
        return new OrderBy(longer, direction);
    }

    /** Compares two values that {@link #sortValue} found. */
    int compare(@Nullable Object one, @Nullable Object two) {
        return direction * compareValues(one, two);
    }

    /** The value that an object is ordered by. */
    @Nullable
    Object sortValue(ApiObject apiObject) {
        Object value = apiObject;
        for (String step : path) {
            if (value instanceof Collection<?> many)
                value = many.isEmpty() ? null : many.iterator().next();
            value = value instanceof ApiObject here ? here.value(step) : null;
        }
        return value;
    }

    private static int compareValues(@Nullable Object one, @Nullable Object two) {
        if (one == null || two == null) return Boolean.compare(one != null, two != null);
        if (one instanceof Long a && two instanceof Long b) return Long.compare(a, b);
        if (one instanceof Number a && two instanceof Number b) return Double.compare(a.doubleValue(), b.doubleValue());
        if (one instanceof Instant a && two instanceof Instant b) return a.compareTo(b);
        return one.toString().toLowerCase(Locale.ROOT).compareTo(two.toString().toLowerCase(Locale.ROOT));
    }
}
