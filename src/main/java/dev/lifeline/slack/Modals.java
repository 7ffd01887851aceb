package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.People;
import dev.lifeline.access.SlackUserId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How does a form come up in time? At once, with what is known, since Slack gives three seconds for it and takes its trigger once; in
 * the person's own language a moment later, when it is known which that is (slack.md 4.2). What was typed meanwhile stays, since the
 * questions keep their ids.
 */
final class Modals implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Modals.class);
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final int QUEUE = 50;

    /** What Slack says of a trigger that opened something already: it is nobody's but ours. */
    private static final Set<String> USED = Set.of("exchanged_trigger_id", "trigger_exchanged");

    private final WebApi api;
    private final People people;
    private final ThreadPoolExecutor later = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            work -> new Thread(work, "slack-forms"),
            new ThreadPoolExecutor.DiscardPolicy()); // then it stays in English

    Modals(WebApi api, People people) {
        this.api = api;
        this.people = people;
    }

    /** Opens it, unless a copy of the delivery did. */
    void open(String triggerId, SlackUserId person, Function<Locale, ObjectNode> form) {
        ObjectNode english = form.apply(Locale.ENGLISH);
        opened(triggerId, english).ifPresent(opened -> later.execute(() -> translate(opened, english, person, form)));
    }

    private Optional<JsonNode> opened(String triggerId, ObjectNode form) {
        try {
            return Optional.of(api.call(ApiMethod.VIEWS_OPEN, Map.of("trigger_id", triggerId, "view", form.toString()))
                    .path("view"));
        } catch (SlackFailure failure) {
            if (!USED.contains(failure.code())) throw failure;
            log.info("A form was opened before, by the same press");
            return Optional.empty();
        }
    }

    private void translate(JsonNode opened, ObjectNode english, SlackUserId person, Function<Locale, ObjectNode> form) {
        try {
            ObjectNode translated = form.apply(people.person(person).locale());
            if (!translated.equals(english)) update(opened, translated);
        } catch (People.PersonUnknown | SlackFailure untold) {
            log.info("A form stays in English: {}", untold.getMessage());
        }
    }

    private void update(JsonNode opened, ObjectNode view) {
        api.call(
                ApiMethod.VIEWS_UPDATE,
                Map.of(
                        "view_id", opened.path("id").asText(),
                        "hash", opened.path("hash").asText(),
                        "view", view.toString()));
    }

    @Override
    public void close() {
        Drain.of(later, DRAIN);
    }
}
