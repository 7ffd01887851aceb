package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.device.Secret;
import dev.lifeline.message.Message;
import dev.lifeline.message.RevealAnswers;
import dev.lifeline.message.Voice;
import dev.lifeline.message.Window;
import dev.lifeline.message.Windows;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Windows as modals with nothing in them to press or fill in, that do not say when they are closed: Slack would tell all that stands in
 * one with each of these (slack.md 3.4), and so send the secret back.
 */
final class SlackWindows implements Windows {

    private static final Logger LOG = LoggerFactory.getLogger(SlackWindows.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final WebApi api;
    private final Whisper whisper;
    private final RevealAnswers words = Voice.in(Locale.ENGLISH).reveal();

    SlackWindows(WebApi api, Whisper whisper) {
        this.api = api;
        this.whisper = whisper;
    }

    /** Opens one that says that it waits; a trigger does that once, within three seconds (slack.md 4.2). Empty where it did not. */
    Optional<Window> open(String triggerId) {
        ObjectNode view = view(blocks(words.waiting()));
        try {
            JsonNode opened = api.call(ApiMethod.VIEWS_OPEN, Map.of("trigger_id", triggerId, "view", view.toString()))
                    .path("view");
            return Optional.of(
                    new Window(opened.path("id").asText(), opened.path("hash").asText()));
        } catch (SlackFailure failure) {
            LOG.warn("a window was not opened: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Sight show(Window window, Message message) {
        ObjectNode view = view(blocks(message));
        return seen(() -> api.call(
                ApiMethod.VIEWS_UPDATE,
                Map.of("view_id", window.id(), "hash", window.version(), "view", view.toString())));
    }

    @Override
    public Sight show(Window window, Message message, Secret secret) {
        String placeholder = UUID.randomUUID().toString();
        ArrayNode blocks = blocks(message);
        blocks.add(preformatted(placeholder));
        ObjectNode update = JSON.objectNode().put("view_id", window.id()).put("hash", window.version());
        update.set("view", view(blocks));
        try (SealedBody body = new SealedBody(update.toString(), placeholder, secret)) {
            return seen(() -> whisper.call(ApiMethod.VIEWS_UPDATE, body));
        }
    }

    private static Sight seen(Runnable update) {
        try {
            update.run();
            return Sight.SHOWN;
        } catch (SlackFailure failure) {
            LOG.warn("nothing was shown in a window: {}", failure.getMessage());
            return failure.error() == SlackError.AWAY ? Sight.UNKNOWN : Sight.NOT_SHOWN;
        }
    }

    private static ArrayNode blocks(Message message) {
        return BlockKit.render(message, "window").blocks();
    }

    /** Slack parses nothing in it, and it is easily copied whole. */
    private static ObjectNode preformatted(String text) {
        ObjectNode block = JSON.objectNode().put("type", "rich_text");
        block.putArray("elements")
                .addObject()
                .put("type", "rich_text_preformatted")
                .putArray("elements")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return block;
    }

    private ObjectNode view(ArrayNode blocks) {
        ObjectNode view = JSON.objectNode().put("type", "modal");
        view.set("title", plain(words.title()));
        view.set("close", plain(words.close()));
        view.set("blocks", blocks);
        return view;
    }

    private static ObjectNode plain(String words) {
        return JSON.objectNode().put("type", "plain_text").put("text", words).put("emoji", false);
    }
}
