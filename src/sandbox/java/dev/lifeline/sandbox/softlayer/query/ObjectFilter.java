package dev.lifeline.sandbox.softlayer.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A parsed object filter.
 *
 * @param propertyFilters the filter of each property
 * @param valuePredicate the condition on the value itself; null for none
 * @param sortDirection +1 ascending, -1 descending, 0 none
 */
record ObjectFilter(Map<String, ObjectFilter> propertyFilters, @Nullable Predicate<@Nullable Object> valuePredicate, int sortDirection) {

    /** Matches everything, as a filter does that is not understood. */
    static final ObjectFilter MATCH_ALL = new ObjectFilter(Map.of(), null, 0);

    boolean matches(@Nullable Object value) {
        if (value instanceof Collection<?> elements) return matchesAnyElement(elements);
        if (valuePredicate != null) return valuePredicate.test(value);
        if (value instanceof ApiObject apiObject) return matchesAllProperties(apiObject);
        return propertyFilters.values().stream().noneMatch(ObjectFilter::isRestrictive);
    }

    /** A loop, because it runs for every device of the account at each call. */
    private boolean matchesAllProperties(ApiObject apiObject) {
        for (Map.Entry<String, ObjectFilter> entry : propertyFilters.entrySet())
            if (!entry.getValue().matches(apiObject.value(entry.getKey()))) return false;
        return true;
    }

    private boolean matchesAnyElement(Collection<?> elements) {
        return !isRestrictive() || elements.stream().anyMatch(this::matches);
    }

    /** Whether it can exclude anything; an order excludes nothing. */
    boolean isRestrictive() {
        return valuePredicate != null || propertyFilters.values().stream().anyMatch(ObjectFilter::isRestrictive);
    }

    /** Returns the requested orders, in the order written. */
    List<OrderBy> orderBys() {
        List<OrderBy> orderBys = new ArrayList<>();
        propertyFilters.forEach((name, filter) -> {
            if (filter.sortDirection != 0) orderBys.add(new OrderBy(List.of(name), filter.sortDirection));
            filter.orderBys().forEach(orderBy -> orderBys.add(orderBy.prefixedWith(name)));
        });
        return orderBys;
    }
}
