package dev.lifeline.slack;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Message;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Outbox.Content;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Part;
import dev.lifeline.message.Posting;
import java.util.Optional;

/** How is somebody told in their own talk with the bot? Only there can it be seen later whether it was said. */
final class OwnTalk {

    private final Outbox outbox;
    private final Postings postings;
    private final LostPosting lost;

    OwnTalk(Outbox outbox, Postings postings, LostPosting lost) {
        this.outbox = outbox;
        this.postings = postings;
        this.lost = lost;
    }

    /** Whether the card that it links to is on its way still. */
    boolean waitsForCard(Content.Direct news) {
        return outbox.card(news.about()).isEmpty() && outbox.lanes().contains(news.about());
    }

    /** Tells the news, with a link to the card; without one where the card was never posted, or Slack has no link to it. */
    void tell(Letter letter, Content.Direct news) {
        Message message = outbox.card(news.about())
                .flatMap(this::permalink)
                .map(address -> news.message().with(new Part.Elsewhere(news.link(), address)))
                .orElse(news.message());
        write(news.person(), letter, BlockKit.render(message, "letter-" + letter.id()));
    }

    private Optional<String> permalink(Posting card) {
        try {
            return Optional.of(postings.permalink(card));
        } catch (SlackFailure failure) {
            if (failure.error().passes()) throw failure;
            return Optional.empty();
        }
    }

    /** Writes it, unless it stands there already. */
    void write(SlackUserId person, Letter letter, BlockKit.Rendered message) {
        String talk = postings.talkWith(person);
        boolean there = letter.begun() && lost.inChannel(letter, talk).isPresent();
        if (!there) postings.post(talk, Optional.empty(), Mark.of(letter), message);
    }
}
