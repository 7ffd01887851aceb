package dev.lifeline.store;

import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which letters of a lane still matter?
 *
 * @param card where the card stands, once it was posted
 * @param unsettled every letter that was neither delivered nor given up, in order
 */
record Lane(Optional<Posting> card, List<Letter> unsettled) {

    Lane {
        unsettled = List.copyOf(unsettled);
    }

    /** All but the cards that a newer one makes superfluous. */
    List<Letter> toDeliver() {
        List<Letter> kept = new ArrayList<>();
        for (int i = 0; i < unsettled.size(); i++) if (!superfluous(i)) kept.add(unsettled.get(i));
        return kept;
    }

    /**
     * A newer card follows. But before the card stands, the thread's first replies need the card that comes before them, and one whose
     * posting was begun has to be looked for, lest there be two.
     */
    private boolean superfluous(int index) {
        Letter letter = unsettled.get(index);
        if (!isCard(letter)) return false;
        List<Letter> later = unsettled.subList(index + 1, unsettled.size());
        if (card.isPresent()) return later.stream().anyMatch(Lane::isCard);
        return !letter.begun() && !later.isEmpty() && isCard(later.get(0));
    }

    private static boolean isCard(Letter letter) {
        return letter.content() instanceof Content.Card;
    }
}
