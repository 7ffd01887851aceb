package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.InvalidBlocksException;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.ResponseTarget;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Message.Content;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/**
 * Publishes a response to a command or to a response URL: ephemeral unless {@code in_channel}, in place of the original
 * message where {@code replace_original} is set. Needs no channel membership (src/docs/platform/slack.md, section Times).
 */
public record ResponsePublisher(Workspace workspace, BlockValidator blocks) {

    /** Returns Slack's error, or empty when the response was published. */
    public Optional<String> publish(JsonNode answer, ResponseTarget issuedTarget) {
        ResponseTarget responseTarget = issuedTarget.inChannel(workspace.channels().currentId(issuedTarget.channelId()));
        Optional<Message> original =
                responseTarget.messageTs().flatMap(ts -> workspace.messageLog().find(responseTarget.channelId(), ts));
        if (answer.path("delete_original").asBoolean()) {
            original.ifPresent(workspace.messageLog()::delete);
            return Optional.empty();
        }
        try {
            Content content = parseContent(answer);
            if (content.text().isEmpty()
                    && content.blocks().isEmpty()
                    && content.attachments().isEmpty()) return Optional.of("no_text");
            post(
                    content,
                    answer,
                    responseTarget,
                    original.filter(any -> answer.path("replace_original").asBoolean()));
            return Optional.empty();
        } catch (InvalidBlocksException e) {
            return Optional.of(e.error());
        }
    }

    private Content parseContent(JsonNode answer) throws InvalidBlocksException {
        ArrayNode given = answer.path("blocks") instanceof ArrayNode array ? array : Json.emptyArray();
        ArrayNode attachments = answer.path("attachments") instanceof ArrayNode array ? array : Json.emptyArray();
        ArrayNode accepted = blocks.validateBlocks(given, Surface.MESSAGE);
        return new Content(answer.path("text").asText(""), accepted, attachments, Optional.empty());
    }

    private void post(Content content, JsonNode answer, ResponseTarget responseTarget, Optional<Message> replaced) {
        String bot = workspace.app().ids().botUser();
        Optional<String> thread = Json.nonEmptyText(answer, "thread_ts");
        if (replaced.isPresent())
            workspace
                    .messageLog()
                    .update(replaced.get(), content, content.blocks().isEmpty());
        else if (answer.path("response_type").asText().equals("in_channel"))
            workspace.messageLog().post(responseTarget.channelId(), thread, bot, content);
        else workspace.messageLog().postEphemeral(responseTarget.channelId(), thread, bot, responseTarget.userId(), content);
    }
}
