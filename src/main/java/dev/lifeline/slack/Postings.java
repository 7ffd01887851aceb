package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How is a message posted, changed and shown to one person? Where Slack refuses the looks, the words alone are sent. */
final class Postings {

    private final WebApi api;

    Postings(WebApi api) {
        this.api = api;
    }

    /** Posts to a channel, under a message where one is given. */
    Posting post(String channel, Optional<Posting> under, String mark, BlockKit.Rendered message) {
        Map<String, String> arguments = worded(channel, message);
        arguments.put("metadata", mark);
        arguments.put("unfurl_links", "false");
        arguments.put("unfurl_media", "false");
        under.ifPresent(card -> arguments.put("thread_ts", card.id()));
        return posting(call(ApiMethod.POST, arguments), channel);
    }

    /** Changes a message in place. */
    void change(Posting posting, String mark, BlockKit.Rendered message) {
        Map<String, String> arguments = worded(posting.place(), message);
        arguments.put("ts", posting.id());
        arguments.put("metadata", mark);
        call(ApiMethod.UPDATE, arguments);
    }

    /** Shows it to one person in a channel; gone when they reload (slack.md 4.5). */
    void show(SlackUserId person, String channel, BlockKit.Rendered message) {
        Map<String, String> arguments = worded(channel, message);
        arguments.put("user", person.value());
        call(ApiMethod.EPHEMERAL, arguments);
    }

    /** The channel of the bot's own talk with a person. */
    String talkWith(SlackUserId person) {
        return api.call(ApiMethod.OPEN, Map.of("users", person.value()))
                .path("channel")
                .path("id")
                .asText();
    }

    /** The address at which people find what was posted. */
    String permalink(Posting posting) {
        return api.call(ApiMethod.PERMALINK, Map.of("channel", posting.place(), "message_ts", posting.id()))
                .path("permalink")
                .asText();
    }

    private static Map<String, String> worded(String channel, BlockKit.Rendered message) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("channel", channel);
        arguments.put("text", message.text());
        arguments.put("blocks", message.blocks().toString());
        arguments.put("link_names", "false");
        arguments.put("parse", "none");
        return arguments;
    }

    private JsonNode call(ApiMethod method, Map<String, String> arguments) {
        try {
            return api.call(method, arguments);
        } catch (SlackFailure failure) {
            if (failure.error() != SlackError.SHAPE) throw failure;
            return api.call(method, wordsOnly(arguments));
        }
    }

    /** Without blocks the text itself is shown, so that stars and back-ticks of others must mean nothing in it. */
    private static Map<String, String> wordsOnly(Map<String, String> arguments) {
        Map<String, String> words = new HashMap<>(arguments);
        words.put("blocks", "[]");
        words.put("mrkdwn", "false");
        return words;
    }

    private static Posting posting(JsonNode answer, String channel) {
        return new Posting(
                answer.path("channel").asText(channel), answer.path("ts").asText());
    }
}
