package dev.lifeline.sandbox.classic.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which objects of a list are answered: what passes the filter, in the order asked for, within the limit. */
public final class Selection {

    private final FilterReader filters;

    public Selection(Schema schema) {
        this.filters = new FilterReader(schema);
    }

    /**
     * One page of the answer.
     *
     * @param total how many passed the filter, for the header SoftLayer-Total-Items
     */
    public record Page(List<? extends Thing> rows, int total) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The page asked for.
     *
     * @param relation the prefix filters need here, such as {@code hardware}; empty where there is none
     */
    public Page of(List<? extends Thing> all, String relation, String type, Optional<String> filter, Limit limit) {
        Filter wanted = filter.map(text -> filters.read(text, relation, type)).orElse(Filter.ALL);
        List<? extends Thing> passing =
                wanted.objects() ? all.stream().filter(wanted::accepts).toList() : all;
        List<? extends Thing> sorted = sorted(passing, wanted.orders());
        return new Page(limit.of(sorted), sorted.size());
    }

    private static List<? extends Thing> sorted(List<? extends Thing> things, List<ByValue> orders) {
        List<? extends Thing> sorted = things;
        for (int last = orders.size() - 1; last >= 0; last--) sorted = sorted(sorted, orders.get(last));
        return sorted;
    }

    /** Each object is asked once for what it is ordered by, and not at each comparison: the whole account is put in order for each page. */
    private static List<? extends Thing> sorted(List<? extends Thing> things, ByValue order) {
        return things.stream()
                .map(thing -> new Keyed(thing, order.end(thing)))
                .sorted((one, two) -> order.compare(one.key(), two.key()))
                .map(Keyed::thing)
                .toList();
    }

    private record Keyed(Thing thing, @Nullable Object key) {}
}
