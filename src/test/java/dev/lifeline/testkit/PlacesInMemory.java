package dev.lifeline.testkit;

import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where every channel went, for as long as a test runs. */
public final class PlacesInMemory implements Whereabouts {

    private final Map<Place, Place> todays = new HashMap<>();

    @Override
    public synchronized void moved(Place from, Place to) {
        Place today = today(to);
        if (today.equals(from)) return;
        todays.replaceAll((old, then) -> then.equals(from) ? today : then);
        todays.put(from, today);
    }

    @Override
    public synchronized Place today(Place place) {
        return todays.getOrDefault(place, place);
    }

    @Override
    public synchronized Set<Place> ever(Place place) {
        Place today = today(place);
        Set<Place> all = new HashSet<>(Set.of(today));
        todays.forEach((old, then) -> {
            if (then.equals(today)) all.add(old);
        });
        return all;
    }
}
