package dev.lifeline.store;

import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One row for each place that is no more, naming today's: whoever moved twice is found in one step. */
final class SqlWhereabouts implements Whereabouts {

    private final Transactions transactions;

    SqlWhereabouts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void moved(Place from, Place to) {
        transactions.write(handle -> {
            Place today = today(handle, to);
            if (today.equals(from)) return;
            handle.execute("update whereabouts set today = ? where today = ?", today.value(), from.value());
            handle.execute(
                    "insert into whereabouts (old_place, today) values (?, ?) on conflict (old_place) do update set today = excluded.today",
                    from.value(),
                    today.value());
        });
    }

    @Override
    public Place today(Place place) {
        return transactions.read(handle -> today(handle, place));
    }

    private static Place today(Handle handle, Place place) {
        Optional<Place> moved = handle.createQuery("select today from whereabouts where old_place = :place")
                .bind("place", place.value())
                .mapTo(String.class)
                .findOne()
                .map(Place::new);
        return moved.orElse(place);
    }

    @Override
    public Set<Place> ever(Place place) {
        return transactions.read(handle -> {
            Place today = today(handle, place);
            Set<Place> all = new HashSet<>(Set.of(today));
            handle.createQuery("select old_place from whereabouts where today = :today")
                    .bind("today", today.value())
                    .mapTo(String.class)
                    .map(Place::new)
                    .forEach(all::add);
            return all;
        });
    }
}
