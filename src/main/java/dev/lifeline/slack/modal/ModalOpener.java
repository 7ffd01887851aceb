package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
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
public final class ModalOpener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModalOpener.class);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(1);
    private static final int MAX_QUEUED_TRANSLATIONS = 50;

    /** What Slack says of a trigger that opened something already: it is nobody's but ours. */
    private static final Set<String> TRIGGER_USED_CODES = Set.of("exchanged_trigger_id", "trigger_exchanged");

    private final WebApi api;
    private final SlackUsers users;
    private final ThreadPoolExecutor translationExecutor = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_QUEUED_TRANSLATIONS),
            work -> new Thread(work, "slack-modal-update"),
            new ThreadPoolExecutor.DiscardPolicy()); // then it stays in English

    public ModalOpener(WebApi api, SlackUsers users) {
        this.api = api;
        this.users = users;
    }

    /** Opens it, unless a copy of the delivery did. */
    public void open(String triggerId, SlackUserId person, Function<Locale, ObjectNode> form) {
        ObjectNode english = form.apply(Locale.ENGLISH);
        openOnce(triggerId, english)
                .ifPresent(opened -> translationExecutor.execute(() -> translate(opened, english, person, form)));
    }

    private Optional<JsonNode> openOnce(String triggerId, ObjectNode form) {
        try {
            return Optional.of(api.call(ApiMethod.VIEWS_OPEN, Map.of("trigger_id", triggerId, "view", form.toString()))
                    .path("view"));
        } catch (SlackCallException failure) {
            if (!TRIGGER_USED_CODES.contains(failure.code())) throw failure;
            LOG.info("A form was opened before, by the same press");
            return Optional.empty();
        }
    }

    private void translate(JsonNode opened, ObjectNode english, SlackUserId person, Function<Locale, ObjectNode> form) {
        try {
            ObjectNode translated = form.apply(users.get(person).locale());
            if (!translated.equals(english)) update(opened, translated);
        } catch (SlackUsers.SlackUserUnavailableException | SlackCallException untold) {
            LOG.info("A form stays in English: {}", untold.getMessage());
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
        ExecutorShutdown.shutdownAndAwaitTermination(translationExecutor, SHUTDOWN_GRACE);
    }
}
