package dev.lifeline.slack;

import dev.lifeline.message.Budgets;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How does one letter reach Slack? Tells the outbox before and after, so that a crash in between is noticed. */
final class LetterCarrier {

    /** How long a card that is on its way needs at most, on a good day. */
    private static final Duration CARD_SOON = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Postings postings;
    private final LostPosting lost;
    private final OwnTalk ownTalk;
    private final PrivateAnswers privateAnswers;
    private final Budgets budgets;
    private final InstantSource clock;

    LetterCarrier(Shelves shelves, Postings postings, LostPosting lost, WebApi api, InstantSource clock) {
        this.outbox = shelves.forwarded();
        this.postings = postings;
        this.lost = lost;
        this.ownTalk = new OwnTalk(outbox, postings, lost);
        this.privateAnswers = new PrivateAnswers(api, postings, ownTalk);
        this.budgets = shelves.budgets();
        this.clock = clock;
    }

    /**
     * Delivers it.
     *
     * @return empty when it was delivered, else when its turn comes
     * @throws SlackFailure when Slack did not take it
     */
    Optional<Instant> carry(Letter letter) {
        Content content = letter.content();
        if (content instanceof Content.Card card) return card(letter, card);
        if (content instanceof Content.Reply reply) return reply(letter, reply);
        if (content instanceof Content.Direct direct) return direct(letter, direct);
        return tell(letter, (Content.Private) content);
    }

    /** The card that it links to may be on its way still: then it waits a moment. */
    private Optional<Instant> direct(Letter letter, Content.Direct news) {
        if (ownTalk.waitsForCard(news)) return Optional.of(clock.instant().plus(CARD_SOON));
        Optional<Instant> wait = postTurn("person:" + news.person());
        if (wait.isPresent()) return wait;
        begin(letter);
        ownTalk.tell(letter, news);
        outbox.delivered(letter, Optional.empty());
        return Optional.empty();
    }

    private Optional<Instant> card(Letter letter, Content.Card card) {
        Optional<Posting> posted = outbox.card(letter.lane());
        Optional<Instant> wait =
                posted.map(this::editTurn).orElseGet(() -> postTurn(card.place().value()));
        if (wait.isPresent()) return wait;
        begin(letter);
        BlockKit.Rendered rendered = render(card.message(), letter);
        Posting posting = posted.filter(old -> changed(old, letter, rendered))
                .orElseGet(() -> posted(letter, card.place().value(), rendered));
        outbox.delivered(letter, Optional.of(posting));
        return Optional.empty();
    }

    /** Whether it could be changed; a card that is gone, or closed to changes, is posted anew. */
    private boolean changed(Posting posting, Letter letter, BlockKit.Rendered card) {
        try {
            postings.change(posting, Mark.of(letter), card);
            return true;
        } catch (SlackFailure failure) {
            if (failure.error() != SlackError.MESSAGE_GONE) throw failure;
            return false;
        }
    }

    private Posting posted(Letter letter, String channel, BlockKit.Rendered card) {
        Optional<Posting> found = letter.begun() ? lost.inChannel(letter, channel) : Optional.empty();
        return found.orElseGet(() -> postings.post(channel, Optional.empty(), Mark.of(letter), card));
    }

    /** A reply without a card to stand under is said all the same. */
    private Optional<Instant> reply(Letter letter, Content.Reply reply) {
        Optional<Posting> under = outbox.card(letter.lane());
        String channel = under.map(Posting::place).orElse(reply.place().value());
        Optional<Instant> wait = postTurn(channel);
        if (wait.isPresent()) return wait;
        begin(letter);
        if (!letter.begun() || !alreadyThere(letter, under, channel))
            say(letter, channel, under, render(reply.message(), letter));
        outbox.delivered(letter, Optional.empty());
        return Optional.empty();
    }

    /** Somebody may have taken the card away: then it is said without. */
    private void say(Letter letter, String channel, Optional<Posting> under, BlockKit.Rendered reply) {
        try {
            postings.post(channel, under, Mark.of(letter), reply);
        } catch (SlackFailure failure) {
            if (under.isEmpty() || failure.error() != SlackError.MESSAGE_GONE) throw failure;
            postings.post(channel, Optional.empty(), Mark.of(letter), reply);
        }
    }

    private boolean alreadyThere(Letter letter, Optional<Posting> under, String channel) {
        return under.flatMap(card -> lost.inThread(letter, card))
                .or(() -> lost.inChannel(letter, channel))
                .isPresent();
    }

    private Optional<Instant> tell(Letter letter, Content.Private answer) {
        begin(letter);
        privateAnswers.tell(answer.audience(), letter, render(answer.message(), letter));
        outbox.delivered(letter, Optional.empty());
        return Optional.empty();
    }

    /** Once is enough to be noticed; a letter that is tried again and again costs no write each time. */
    private void begin(Letter letter) {
        if (!letter.begun()) outbox.begin(letter);
    }

    private Optional<Instant> postTurn(String channel) {
        return budgets.take("post:" + channel, Pace.POSTS_IN_A_CHANNEL);
    }

    private Optional<Instant> editTurn(Posting card) {
        return budgets.take("edit:" + card.place() + ":" + card.id(), Pace.EDITS_OF_A_MESSAGE)
                .or(() -> budgets.take("edit", Pace.EDITS));
    }

    private static BlockKit.Rendered render(Message message, Letter letter) {
        return BlockKit.render(message, "letter-" + letter.id());
    }
}
