package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.blockkit.Rejected;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message.Content;
import java.util.List;
import java.util.Optional;

/** What does a call want to say, and would Slack take it (slack.md 4.1)? */
record Contents(Blocks blocks) {

    private static final int CUT_AT = 40_000;
    private static final int MOST_MARKDOWN = 12_000;

    /** What to post; a text over 40,000 characters is cut, as Slack does. */
    Content toPost(Arguments arguments) throws Refused {
        Content content = read(arguments);
        String text = content.text();
        boolean longer = text.codePointCount(0, text.length()) > CUT_AT;
        return longer ? withText(content, text.substring(0, text.offsetByCodePoints(0, CUT_AT))) : content;
    }

    private static Content withText(Content content, String text) {
        return new Content(text, content.blocks(), content.attachments(), content.metadata());
    }

    /** What to show instead or to one person; a text over the given length is refused. */
    Content within(Arguments arguments, int most) throws Refused {
        Content content = read(arguments);
        if (content.text().codePointCount(0, content.text().length()) > most) throw new Refused("msg_too_long");
        return content;
    }

    private Content read(Arguments arguments) throws Refused {
        ArrayNode accepted = blocks(arguments);
        ArrayNode attachments = array(arguments, "attachments", "invalid_attachments");
        Optional<String> markdown = arguments.text("markdown_text");
        String text = arguments.text("text").or(() -> markdown).orElse("");
        if (markdown.isPresent()) checkMarkdown(markdown.get(), arguments);
        if (text.isBlank() && accepted.isEmpty() && attachments.isEmpty()) throw new Refused("no_text");
        return new Content(text, accepted, attachments, metadata(arguments));
    }

    /** The blocks, as Slack would keep them. */
    ArrayNode blocks(Arguments arguments) throws Refused {
        ArrayNode given = array(arguments, "blocks", "invalid_blocks_format");
        try {
            return blocks.accept(given, Surface.MESSAGE);
        } catch (Rejected rejected) {
            throw refusal(rejected);
        }
    }

    private static void checkMarkdown(String markdown, Arguments arguments) throws Refused {
        if (arguments.text("text").isPresent() || arguments.text("blocks").isPresent())
            throw new Refused("markdown_text_conflict");
        if (markdown.length() > MOST_MARKDOWN) throw new Refused("msg_too_long");
    }

    private static ArrayNode array(Arguments arguments, String name, String error) throws Refused {
        JsonNode given = arguments.json(name, error).orElseGet(Json::nothing);
        if (given instanceof ArrayNode array) return array;
        throw new Refused(error);
    }

    static Refused refusal(Rejected rejected) {
        List<String> messages = rejected.problems().stream()
                .map(problem -> "[ERROR] " + problem)
                .toList();
        return new Refused(
                rejected.error(),
                Json.object(
                        "errors", rejected.problems(),
                        "response_metadata", Json.object("messages", messages)));
    }

    private static Optional<ObjectNode> metadata(Arguments arguments) throws Refused {
        Optional<JsonNode> given = arguments.json("metadata", "invalid_metadata_format");
        if (given.isEmpty()) return Optional.empty();
        boolean whole = Json.text(given.get(), "event_type").isPresent()
                && given.get().path("event_payload").isObject();
        if (!whole) throw new Refused("invalid_metadata_schema");
        return given.map(ObjectNode.class::cast);
    }
}
