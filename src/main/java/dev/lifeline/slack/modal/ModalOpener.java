package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import dev.lifeline.slack.webapi.ScopedId;
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
 * Opens forms within the 3 s that a trigger is valid for: at once in the person's language if that is remembered, else in English, and
 * updated a moment later to what is known then (src/docs/platform/slack.md, section Times). What was typed meanwhile is kept, because the block ids stay the same.
 *
 * <p>{@link #open} blocks for one call of at most 2 s; what follows runs on 4 threads of its own, with a queue of 50.
 * Thread-safe.
 */
public final class ModalOpener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModalOpener.class);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(1);
    private static final int THREADS = 4;
    private static final int MAX_QUEUED_TRANSLATIONS = 50;

    /** Error codes for a trigger that was used before: by a copy of the same delivery. */
    private static final Set<String> TRIGGER_USED_CODES = Set.of("exchanged_trigger_id", "trigger_exchanged");

    private final WebApi api;
    private final SlackUsers users;
    private final ThreadPoolExecutor translationExecutor = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_QUEUED_TRANSLATIONS),
            work -> new Thread(work, "slack-modal-update"),
            new ThreadPoolExecutor.DiscardPolicy()); // a form that finds the queue full stays in English

    public ModalOpener(WebApi api, SlackUsers users) {
        this.api = api;
        this.users = users;
    }

    /**
     * Opens the form, unless a copy of the delivery did.
     *
     * @param form the view in a language
     * @throws SlackCallException when Slack did not open it
     */
    public void open(String triggerId, SlackUserId userId, Function<Locale, ObjectNode> form) {
        open(triggerId, userId, form.apply(rememberedLocale(userId)), user -> form.apply(user.locale()));
    }

    /** The language of a person without asking Slack; English where it is not remembered. */
    public Locale rememberedLocale(SlackUserId userId) {
        return users.rememberedLocale(userId).orElse(Locale.ENGLISH);
    }

    /**
     * Opens the form, unless a copy of the delivery did.
     *
     * @param first the view that is opened at once, before anything is known of the user
     * @param form the view for the user, made on the thread of the translations
     * @throws SlackCallException when Slack did not open it
     */
    public void open(String triggerId, SlackUserId userId, ObjectNode first, Function<SlackUser, ObjectNode> form) {
        openOnce(triggerId, first)
                .ifPresent(opened -> translationExecutor.execute(() -> translate(opened, first, userId, form)));
    }

    private Optional<JsonNode> openOnce(String triggerId, ObjectNode form) {
        try {
            return Optional.of(api.call(ApiMethod.VIEWS_OPEN, Map.of("trigger_id", triggerId, "view", form.toString()))
                    .path("view"));
        } catch (SlackCallException failure) {
            if (!TRIGGER_USED_CODES.contains(failure.code())) throw failure;
            LOG.info("Modal already opened by a copy of the delivery");
            return Optional.empty();
        }
    }

    private void translate(
            JsonNode opened, ObjectNode first, SlackUserId userId, Function<SlackUser, ObjectNode> form) {
        try {
            ObjectNode translated = form.apply(users.get(userId));
            if (!translated.equals(first)) update(ScopedId.workspace(userId.value()), opened, translated);
        } catch (SlackUsers.SlackUserUnavailableException | SlackCallException e) {
            LOG.info("Modal not completed: {}", e.getMessage());
        } catch (RuntimeException e) { // of the provider or the database: the form works without
            LOG.warn("Modal not completed", e);
        }
    }

    private void update(String workspace, JsonNode opened, ObjectNode view) {
        api.in(workspace)
                .call(
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
