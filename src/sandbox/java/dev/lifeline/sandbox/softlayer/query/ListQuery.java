package dev.lifeline.sandbox.softlayer.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which objects of a list are answered: what passes the filter, in the order asked for, within the limit. */
public final class ListQuery {

    private final ObjectFilterParser filterParser;

    public ListQuery(Schema schema) {
        this.filterParser = new ObjectFilterParser(schema);
    }

    /**
     * One page of the answer.
     *
     * @param totalItems how many passed the filter, for the header SoftLayer-Total-Items
     */
    public record Page(List<? extends ApiObject> objects, int totalItems) {
        public Page {
            objects = List.copyOf(objects);
        }
    }

    /**
     * The page asked for.
     *
     * @param relation the prefix filters need here, such as {@code hardware}; empty where there is none
     */
    public Page execute(List<? extends ApiObject> all, String relation, String type, Optional<String> filter, ResultLimit resultLimit) {
        ObjectFilter wanted = filter.map(text -> filterParser.parse(text, relation, type)).orElse(ObjectFilter.MATCH_ALL);
        List<? extends ApiObject> passing =
                wanted.isRestrictive() ? all.stream().filter(wanted::matches).toList() : all;
        List<? extends ApiObject> sorted = sorted(passing, wanted.orderBys());
        return new Page(resultLimit.slice(sorted), sorted.size());
    }

    private static List<? extends ApiObject> sorted(List<? extends ApiObject> things, List<OrderBy> orders) {
        List<? extends ApiObject> sorted = things;
        for (int last = orders.size() - 1; last >= 0; last--) sorted = sorted(sorted, orders.get(last));
        return sorted;
    }

    /** Each object is asked once for what it is ordered by, and not at each comparison: the whole account is put in order for each page. */
    private static List<? extends ApiObject> sorted(List<? extends ApiObject> things, OrderBy order) {
        return things.stream()
                .map(thing -> new SortEntry(thing, order.sortValue(thing)))
                .sorted((one, two) -> order.compare(one.sortValue(), two.sortValue()))
                .map(SortEntry::object)
                .toList();
    }

    private record SortEntry(ApiObject object, @Nullable Object sortValue) {}
}
