package dev.lifeline.sandbox.softlayer.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Selects from a list what passes the filter, in the requested order, within the limit. */
public final class ListQuery {

    private final ObjectFilterParser filterParser;

    public ListQuery(Schema schema) {
        this.filterParser = new ObjectFilterParser(schema);
    }

    /**
     * One page.
     *
     * @param totalItems how many objects passed the filter, for the header SoftLayer-Total-Items
     */
    public record Page(List<? extends ApiObject> objects, int totalItems) {
        public Page {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Returns the requested page.
     *
     * @param relation the property that filters begin with here, such as {@code hardware}; empty where there is none
     */
    public Page execute(List<? extends ApiObject> all, String relation, String type, Optional<String> filter, ResultLimit resultLimit) {
        ObjectFilter objectFilter = filter.map(text -> filterParser.parse(text, relation, type)).orElse(ObjectFilter.MATCH_ALL);
        List<? extends ApiObject> matching =
                objectFilter.isRestrictive() ? all.stream().filter(objectFilter::matches).toList() : all;
        List<? extends ApiObject> sorted = sorted(matching, objectFilter.orderBys());
        return new Page(resultLimit.slice(sorted), sorted.size());
    }

    private static List<? extends ApiObject> sorted(List<? extends ApiObject> objects, List<OrderBy> orders) {
        List<? extends ApiObject> sorted = objects;
        for (int last = orders.size() - 1; last >= 0; last--) sorted = sorted(sorted, orders.get(last));
        return sorted;
    }

    /** Each sort value is read once and not at each comparison, because a page may require sorting the whole account. */
    private static List<? extends ApiObject> sorted(List<? extends ApiObject> objects, OrderBy order) {
        return objects.stream()
                .map(object -> new SortEntry(object, order.sortValue(object)))
                .sorted((first, second) -> order.compare(first.sortValue(), second.sortValue()))
                .map(SortEntry::object)
                .toList();
    }

    private record SortEntry(ApiObject object, @Nullable Object sortValue) {}
}
