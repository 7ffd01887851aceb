package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.blockkit.Rejected;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.Occasion;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Message.Content;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;

/**
 * What does an answer to a command or to a response URL come to? To that person only, unless {@code in_channel}; in
 * place of the message it is about, where {@code replace_original} says so. Needs no membership (slack.md 4.2).
 */
public record Responses(Workspace workspace, Blocks blocks) {

    /** Slack's error, or empty when it is done. */
    public Optional<String> show(JsonNode answer, Occasion then) {
        Occasion occasion = then.in(workspace.channels().idNow(then.channel()));
        Optional<Message> original =
                occasion.message().flatMap(ts -> workspace.timeline().find(occasion.channel(), ts));
        if (answer.path("delete_original").asBoolean()) {
            original.ifPresent(workspace.timeline()::delete);
            return Optional.empty();
        }
        try {
            Content content = content(answer);
            if (content.text().isEmpty()
                    && content.blocks().isEmpty()
                    && content.attachments().isEmpty()) return Optional.of("no_text");
            put(
                    content,
                    answer,
                    occasion,
                    original.filter(any -> answer.path("replace_original").asBoolean()));
            return Optional.empty();
        } catch (Rejected rejected) {
            return Optional.of(rejected.error());
        }
    }

    private Content content(JsonNode answer) throws Rejected {
        ArrayNode given = answer.path("blocks") instanceof ArrayNode array ? array : Json.nothing();
        ArrayNode attachments = answer.path("attachments") instanceof ArrayNode array ? array : Json.nothing();
        ArrayNode accepted = blocks.accept(given, Surface.MESSAGE);
        return new Content(answer.path("text").asText(""), accepted, attachments, Optional.empty());
    }

    private void put(Content content, JsonNode answer, Occasion occasion, Optional<Message> replaced) {
        String bot = workspace.app().ids().botUser();
        Optional<String> thread = Json.text(answer, "thread_ts");
        if (replaced.isPresent())
            workspace
                    .timeline()
                    .rewrite(replaced.get(), content, content.blocks().isEmpty());
        else if (answer.path("response_type").asText().equals("in_channel"))
            workspace.timeline().post(occasion.channel(), thread, bot, content);
        else workspace.timeline().whisper(occasion.channel(), thread, bot, occasion.person(), content);
    }
}
