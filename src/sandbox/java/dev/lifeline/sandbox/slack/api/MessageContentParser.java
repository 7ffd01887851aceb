package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.InvalidBlocksException;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message.Content;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text, blocks, attachments and metadata of a message from a call's arguments, and refuses what Slack would refuse
 * (src/docs/platform/slack.md, section Sizes).
 */
record MessageContentParser(BlockValidator blockValidator) {

    private static final int MAX_TEXT_CHARS = 40_000;
    static final int MAX_MARKDOWN_CHARS = 12_000;
    private static final int MAX_ATTACHMENTS = 100;

    /** Returns the content to post; a text over 40,000 characters is cut, as Slack does. */
    Content forPost(Arguments arguments) throws ApiErrorException {
        Content content = parse(arguments, "msg_blocks_too_long");
        String text = content.text();
        boolean tooLong = text.codePointCount(0, text.length()) > MAX_TEXT_CHARS;
        return tooLong ? withText(content, text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_CHARS))) : content;
    }

    private static Content withText(Content content, String text) {
        return new Content(text, content.blocks(), content.attachments(), content.metadata());
    }

    /**
     * Returns the content to update with or to show to one user.
     *
     * @throws ApiErrorException with {@code msg_too_long} where the text has more characters than allowed
     */
    Content withMaxChars(Arguments arguments, int maxChars) throws ApiErrorException {
        Content content = parse(arguments, "msg_too_long");
        if (content.text().codePointCount(0, content.text().length()) > maxChars) throw new ApiErrorException("msg_too_long");
        return content;
    }

    private Content parse(Arguments arguments, String markdownTooLong) throws ApiErrorException {
        ArrayNode blocks = parseBlocks(arguments, "invalid_blocks_format");
        ArrayNode attachments = checkAttachments(arrayOrEmpty(arguments, "attachments", "invalid_attachments"));
        Optional<String> markdown = arguments.text("markdown_text");
        String text = arguments.text("text").or(() -> markdown).orElse("");
        if (markdown.isPresent()) checkMarkdown(markdown.get(), arguments, markdownTooLong);
        if (text.isBlank() && blocks.isEmpty() && attachments.isEmpty()) throw new ApiErrorException("no_text");
        return new Content(text, blocks, attachments, metadata(arguments));
    }

    /**
     * Returns the blocks with the ids and defaults that Slack adds.
     *
     * @param formatError what the method says to blocks that are no array
     */
    ArrayNode parseBlocks(Arguments arguments, String formatError) throws ApiErrorException {
        ArrayNode given = arrayOrEmpty(arguments, "blocks", formatError);
        try {
            return blockValidator.validateBlocks(given, Surface.MESSAGE);
        } catch (InvalidBlocksException e) {
            throw toApiError(e);
        }
    }

    /**
     * Returns attachments with their blocks checked and completed, at most 100
     * (https://docs.slack.dev/reference/methods/chat.postMessage, too_many_attachments).
     */
    ArrayNode checkAttachments(ArrayNode attachments) throws ApiErrorException {
        if (attachments.size() > MAX_ATTACHMENTS) throw new ApiErrorException("too_many_attachments");
        ArrayNode checked = Json.emptyArray();
        for (JsonNode attachment : attachments) checked.add(checkAttachment(attachment));
        return checked;
    }

    private ObjectNode checkAttachment(JsonNode attachment) throws ApiErrorException {
        if (!(attachment instanceof ObjectNode object)) throw new ApiErrorException("invalid_attachments");
        JsonNode blocks = object.path("blocks");
        if (blocks.isMissingNode() || blocks.isNull()) return object;
        if (!(blocks instanceof ArrayNode array)) throw new ApiErrorException("invalid_attachments");
        try {
            return object.deepCopy().set("blocks", blockValidator.validateBlocks(array, Surface.MESSAGE));
        } catch (InvalidBlocksException e) {
            throw toApiError(e);
        }
    }

    private static void checkMarkdown(String markdown, Arguments arguments, String tooLong) throws ApiErrorException {
        if (arguments.text("text").isPresent() || arguments.text("blocks").isPresent())
            throw new ApiErrorException("markdown_text_conflict");
        if (markdown.length() > MAX_MARKDOWN_CHARS) throw new ApiErrorException(tooLong);
    }

    private static ArrayNode arrayOrEmpty(Arguments arguments, String name, String error) throws ApiErrorException {
        JsonNode given = arguments.json(name, error).orElseGet(Json::emptyArray);
        if (given instanceof ArrayNode array) return array;
        throw new ApiErrorException(error);
    }

    static ApiErrorException toApiError(InvalidBlocksException e) {
        List<String> messages = e.problems().stream()
                .map(problem -> "[ERROR] " + problem)
                .toList();
        return new ApiErrorException(
                e.error(),
                Json.object(
                        "errors", e.problems(),
                        "response_metadata", Json.object("messages", messages)));
    }

    private static Optional<ObjectNode> metadata(Arguments arguments) throws ApiErrorException {
        Optional<JsonNode> given = arguments.json("metadata", "invalid_metadata_format");
        if (given.isEmpty()) return Optional.empty();
        boolean complete = Json.nonEmptyText(given.get(), "event_type").isPresent()
                && given.get().path("event_payload").isObject();
        if (!complete) throw new ApiErrorException("invalid_metadata_schema");
        return given.map(ObjectNode.class::cast);
    }
}
