package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.Outbox.Letter;
import dev.lifeline.message.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Was a letter posted after all, when its first delivery ended in silence? Looks for its {@link Mark}. */
final class LostPosting {

    private static final int PAGES = 5;

    private final WebApi api;
    private final HomeSearch homes;

    LostPosting(WebApi api, HomeSearch homes) {
        this.api = api;
        this.homes = homes;
    }

    /** Where a letter to a channel stands; empty when it is nowhere, or the channel cannot be read at all. */
    Optional<Posting> inChannel(Letter letter, String channel) {
        return search(ApiMethod.HISTORY, letter, Map.of("channel", channel));
    }

    /** The same for a letter to a thread. */
    Optional<Posting> inThread(Letter letter, Posting card) {
        return search(ApiMethod.REPLIES, letter, Map.of("channel", card.place(), "ts", card.id()));
    }

    private Optional<Posting> search(ApiMethod method, Letter letter, Map<String, String> where) {
        try {
            return found(method, letter, where);
        } catch (SlackFailure failure) {
            boolean unreadable = !failure.error().passes() || failure.code().startsWith("missing_scope");
            if (unreadable) return Optional.empty();
            throw failure;
        }
    }

    private Optional<Posting> found(ApiMethod method, Letter letter, Map<String, String> where) {
        Map<String, String> arguments = new HashMap<>(where);
        arguments.put("include_all_metadata", "true");
        arguments.put("limit", "200");
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = api.call(method, arguments);
            Optional<Posting> posting = marked(answer, letter, where.getOrDefault("channel", ""));
            String cursor = answer.path("response_metadata").path("next_cursor").asText("");
            if (posting.isPresent() || cursor.isEmpty()) return posting;
            arguments.put("cursor", cursor);
        }
        return Optional.empty();
    }

    private Optional<Posting> marked(JsonNode answer, Letter letter, String channel) {
        Home home = homes.home();
        return answer.path("messages")
                .valueStream()
                .filter(message -> Mark.isOn(message, letter, home))
                .findFirst()
                .map(message -> new Posting(channel, message.path("ts").asText()));
    }
}
