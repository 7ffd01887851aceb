package dev.lifeline.slack;

import dev.lifeline.message.Outbox;
import dev.lifeline.message.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An outbox in memory, with a diary of what it was told. */
final class ListedOutbox implements Outbox {

    final List<String> diary = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Map<String, Posting> cards = new HashMap<>();

    void add(Letter letter) {
        letters.add(letter);
    }

    void cardStands(String lane, Posting posting) {
        cards.put(lane, posting);
    }

    @Override
    public List<Letter> waiting(String lane) {
        return letters.stream().filter(letter -> letter.lane().equals(lane)).toList();
    }

    @Override
    public List<String> lanes() {
        return letters.stream().map(Letter::lane).distinct().toList();
    }

    @Override
    public void begin(Letter letter) {
        diary.add("begin " + letter.id());
        letters.replaceAll(other ->
                other.id() == letter.id() ? new Letter(letter.id(), letter.lane(), letter.content(), true) : other);
    }

    @Override
    public void delivered(Letter letter, Optional<Posting> card) {
        diary.add("delivered " + letter.id());
        card.ifPresent(posting -> cards.put(letter.lane(), posting));
        letters.removeIf(other -> other.id() == letter.id());
    }

    @Override
    public void undeliverable(Letter letter, String reason) {
        diary.add("undeliverable " + letter.id() + " " + reason);
        letters.removeIf(other -> other.id() == letter.id());
    }

    @Override
    public Optional<Posting> card(String lane) {
        return Optional.ofNullable(cards.get(lane));
    }
}
