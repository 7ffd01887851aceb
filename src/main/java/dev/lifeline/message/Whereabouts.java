package dev.lifeline.message;

import dev.lifeline.rescue.Place;
import java.util.Set;

/**
 * Where is a place today? Slack gives a private channel another id, for good, when it is shared with another company; whoever goes on using
 * the old one hears that there is no such channel (slack.md 4.4).
 */
public interface Whereabouts {

    /** No place ever moved. */
    Whereabouts SETTLED = new Whereabouts() {
        @Override
        public void moved(Place from, Place to) {
            throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public Place today(Place place) {
            return place;
        }

        @Override
        public Set<Place> ever(Place place) {
            return Set.of(place);
        }
    };

    /** Writes down that what was at one place is at another from now on; hearing it twice changes nothing. */
    void moved(Place from, Place to);

    /** Where it is today; the place itself where it never moved. */
    Place today(Place place);

    /** Everywhere it ever was, today's place included. */
    Set<Place> ever(Place place);
}
