package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Outbox.Letter;

/**
 * How is one person told something that nobody else sees? By the address that came with what they did, which works where the bot is
 * no member; else in the place; else in the bot's own talk with them.
 */
final class PrivateAnswers {

    private final WebApi api;
    private final Postings postings;
    private final OwnTalk ownTalk;

    PrivateAnswers(WebApi api, Postings postings, OwnTalk ownTalk) {
        this.api = api;
        this.postings = postings;
        this.ownTalk = ownTalk;
    }

    void tell(Audience audience, Letter letter, BlockKit.Rendered message) {
        boolean told = audience.replyAddress()
                .map(address -> api.answer(address, body(message)))
                .orElse(false);
        if (!told && !shown(audience, message)) ownTalk.write(audience.person(), letter, message);
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
