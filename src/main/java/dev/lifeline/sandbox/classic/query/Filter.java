package dev.lifeline.sandbox.classic.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which objects, and in what order?
 *
 * @param properties what is asked of each property
 * @param test what is asked of the value itself
 * @param order +1 ascending, -1 descending, 0 none
 */
record Filter(Map<String, Filter> properties, @Nullable Predicate<@Nullable Object> test, int order) {

    /** Asks nothing, as a filter does that could not be understood. */
    static final Filter ALL = new Filter(Map.of(), null, 0);

    boolean accepts(@Nullable Object value) {
        if (value instanceof Collection<?> many) return acceptsAnyOf(many);
        if (test != null) return test.test(value);
        if (value instanceof Thing thing) return acceptsAllOf(thing);
        return properties.values().stream().noneMatch(Filter::objects);
    }

    /** A loop, since it is run for every device of the account at each call. */
    private boolean acceptsAllOf(Thing thing) {
        for (Map.Entry<String, Filter> asked : properties.entrySet())
            if (!asked.getValue().accepts(thing.value(asked.getKey()))) return false;
        return true;
    }

    private boolean acceptsAnyOf(Collection<?> many) {
        return !objects() || many.stream().anyMatch(this::accepts);
    }

    /** Whether anything is left out by it; an order leaves nothing out. */
    boolean objects() {
        return test != null || properties.values().stream().anyMatch(Filter::objects);
    }

    /** The orders asked for, in the order written. */
    List<ByValue> orders() {
        List<ByValue> found = new ArrayList<>();
        properties.forEach((name, below) -> {
            if (below.order != 0) found.add(new ByValue(List.of(name), below.order));
            below.orders().forEach(order -> found.add(order.under(name)));
        });
        return found;
    }
}
