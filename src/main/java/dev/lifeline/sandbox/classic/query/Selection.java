package dev.lifeline.sandbox.classic.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        List<? extends Thing> passing = all.stream().filter(wanted::accepts).toList();
        Optional<Comparator<Thing>> order = wanted.orders().stream().reduce(Comparator::thenComparing);
        List<? extends Thing> sorted = order.isEmpty() ? passing : sorted(passing, order.get());
        return new Page(limit.of(sorted), sorted.size());
    }

    private static List<? extends Thing> sorted(List<? extends Thing> things, Comparator<Thing> order) {
        return things.stream().sorted(order).toList();
    }
}
