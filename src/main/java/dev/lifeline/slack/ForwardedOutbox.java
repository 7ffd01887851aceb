package dev.lifeline.slack;

import dev.lifeline.message.Audience;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Posting;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import java.util.List;
import java.util.Optional;

/** The outbox, with every letter and every posting addressed to where its channel is today. */
final class ForwardedOutbox implements Outbox {

    private final Outbox outbox;
    private final Whereabouts whereabouts;

    ForwardedOutbox(Outbox outbox, Whereabouts whereabouts) {
        this.outbox = outbox;
        this.whereabouts = whereabouts;
    }

    @Override
    public List<String> lanes() {
        return outbox.lanes();
    }

    @Override
    public List<Letter> waiting(String lane) {
        return outbox.waiting(lane).stream().map(this::forwarded).toList();
    }

    private Letter forwarded(Letter letter) {
        return new Letter(letter.id(), letter.lane(), forwarded(letter.content()), letter.begun());
    }

    private Content forwarded(Content content) {
        if (content instanceof Content.Card card)
            return new Content.Card(whereabouts.today(card.place()), card.message());
        if (content instanceof Content.Reply reply)
            return new Content.Reply(whereabouts.today(reply.place()), reply.message());
        if (content instanceof Content.Private answer)
            return new Content.Private(forwarded(answer.audience()), answer.message());
        return content;
    }

    private Audience forwarded(Audience audience) {
        return new Audience(audience.person(), whereabouts.today(audience.place()), audience.replyAddress());
    }

    @Override
    public Optional<Posting> card(String lane) {
        return outbox.card(lane).map(card -> new Posting(today(card.place()), card.id()));
    }

    private String today(String place) {
        return whereabouts.today(new Place(place)).value();
    }

    @Override
    public void begin(Letter letter) {
        outbox.begin(letter);
    }

    @Override
    public void delivered(Letter letter, Optional<Posting> card) {
        outbox.delivered(letter, card);
    }

    @Override
    public void undeliverable(Letter letter, String reason) {
        outbox.undeliverable(letter, reason);
    }
}
