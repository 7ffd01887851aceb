package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Outbox.Letter;
import java.util.Optional;

/**
 * How is one person told something that nobody else sees? By the address that came with what they did, which works where the bot is
 * no member; else in the place; else in the bot's own talk with them.
 */
final class PrivateAnswers {

    private final WebApi api;
    private final Postings postings;
    private final LostPosting lost;

    PrivateAnswers(WebApi api, Postings postings, LostPosting lost) {
        this.api = api;
        this.postings = postings;
        this.lost = lost;
    }

    void tell(Audience audience, Letter letter, BlockKit.Rendered message) {
        boolean told = audience.replyAddress()
                .map(address -> api.answer(address, body(message)))
                .orElse(false);
        if (!told && !shown(audience, message)) write(audience, letter, message);
    }

    /** Whether it was shown there; not where the person or the bot is not in the place. */
    private boolean shown(Audience audience, BlockKit.Rendered message) {
        try {
            postings.show(audience.person(), audience.place().value(), message);
            return true;
        } catch (SlackFailure failure) {
            if (failure.error().passes()) throw failure;
            return false;
        }
    }

    /** Only here can it be seen later whether it was said: a reply address and a notice leave no trace to look for. */
    private void write(Audience audience, Letter letter, BlockKit.Rendered message) {
        String talk = postings.talkWith(audience.person());
        boolean there = letter.begun() && lost.inChannel(letter, talk).isPresent();
        if (!there) postings.post(talk, Optional.empty(), Mark.of(letter), message);
    }

    private static String body(BlockKit.Rendered message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", message.text());
        body.set("blocks", message.blocks());
        return body.toString();
    }
}
