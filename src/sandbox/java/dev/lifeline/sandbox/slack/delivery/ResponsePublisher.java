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
 * What does an answer to a command or to a response URL come to? To that person only, unless {@code in_channel}; in
 * place of the message it is about, where {@code replace_original} says so. Needs no membership (slack.md 4.2).
 */
public record ResponsePublisher(Workspace workspace, BlockValidator blocks) {

    /** Slack's error, or empty when it is done. */
    public Optional<String> publish(JsonNode answer, ResponseTarget then) {
        ResponseTarget responseTarget = then.inChannel(workspace.channels().currentId(then.channelId()));
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
