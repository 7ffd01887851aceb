package dev.lifeline.access;

import java.util.Optional;

/** Which changes were offered to whom? A button carries an offer's id and nothing else; what it means is written down here. */
public interface Offers {

    /** What came of taking an offer? */
    enum Taken {
        /** Just now: whoever reads this carries it out, and nobody else ever will. */
        NOW,
        /** By the same press, before the process died: it may have been carried out. */
        BY_THIS_PRESS,
        /** By another press. */
        BEFORE
    }

    /** Writes it down; the same id twice is the same offer. */
    void put(Offer offer);

    Optional<Offer> find(OfferId id);

    /**
     * Takes it, once for all processes.
     *
     * @param press names the press, so that it knows its own doing again
     */
    Taken take(OfferId id, String press);
}
