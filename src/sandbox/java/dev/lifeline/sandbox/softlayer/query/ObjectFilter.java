package dev.lifeline.sandbox.softlayer.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which objects, and in what order?
 *
 * @param propertyFilters what is asked of each property
 * @param valuePredicate what is asked of the value itself
 * @param sortDirection +1 ascending, -1 descending, 0 none
 */
record ObjectFilter(Map<String, ObjectFilter> propertyFilters, @Nullable Predicate<@Nullable Object> valuePredicate, int sortDirection) {

    /** Asks nothing, as a filter does that could not be understood. */
    static final ObjectFilter MATCH_ALL = new ObjectFilter(Map.of(), null, 0);

    boolean matches(@Nullable Object value) {
        if (value instanceof Collection<?> many) return matchesAnyElement(many);
        if (valuePredicate != null) return valuePredicate.test(value);
        if (value instanceof ApiObject apiObject) return matchesAllProperties(apiObject);
        return propertyFilters.values().stream().noneMatch(ObjectFilter::isRestrictive);
    }

    /** A loop, since it is run for every device of the account at each call. */
    private boolean matchesAllProperties(ApiObject apiObject) {
        for (Map.Entry<String, ObjectFilter> asked : propertyFilters.entrySet())
            if (!asked.getValue().matches(apiObject.value(asked.getKey()))) return false;
        return true;
    }

    private boolean matchesAnyElement(Collection<?> many) {
        return !isRestrictive() || many.stream().anyMatch(this::matches);
    }

    /** Whether anything is left out by it; an order leaves nothing out. */
    boolean isRestrictive() {
        return valuePredicate != null || propertyFilters.values().stream().anyMatch(ObjectFilter::isRestrictive);
    }

    /** The orders asked for, in the order written. */
    List<OrderBy> orderBys() {
        List<OrderBy> found = new ArrayList<>();
        propertyFilters.forEach((name, below) -> {
            if (below.sortDirection != 0) found.add(new OrderBy(List.of(name), below.sortDirection));
            below.orderBys().forEach(sortDirection -> found.add(sortDirection.prefixedWith(name)));
        });
        return found;
    }
}
