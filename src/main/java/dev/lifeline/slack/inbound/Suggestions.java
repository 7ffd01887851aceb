package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import dev.lifeline.handler.inbox.DevicePicker.Option;
import dev.lifeline.message.reply.PickerTexts;
import dev.lifeline.slack.modal.PickerModal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is typed into a select in time: where the options take longer, an option that says so is returned, and what was read
 * meanwhile is remembered for the next letter. At most 4 at once, with a queue of 50. Thread-safe.
 */
public final class Suggestions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    /** Below the 3 s that Slack waits (src/docs/platform/slack.md, section Times). */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int THREADS = 4;
    private static final int MAX_QUEUED = 50;

    private final BoundedPool pool = new BoundedPool(THREADS, MAX_QUEUED, "slack-suggestions");

    /** The options as an acknowledgement; blocks for 2 s at most. */
    Response answer(Supplier<List<Option>> options, Locale locale) {
        CompletableFuture<List<Option>> found = new CompletableFuture<>();
        boolean accepted = pool.tryExecute(() -> complete(found, options));
        return accepted ? acknowledgement(await(found, locale)) : acknowledgement(slow(locale));
    }

    private static void complete(CompletableFuture<List<Option>> found, Supplier<List<Option>> options) {
        try {
            found.complete(options.get());
        } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
        }
    }

    private static List<Option> await(CompletableFuture<List<Option>> found, Locale locale) {
        try {
            return found.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Devices for a select not read in time: {}", e.toString());
            return slow(locale);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return slow(locale);
        }
    }

    private static List<Option> slow(Locale locale) {
        return List.of(new Option(PickerTexts.in(locale).slow(), "slow"));
    }

    private static Response acknowledgement(List<Option> options) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("options");
        options.forEach(option -> array.add(PickerModal.option(option)));
        return Response.ok(JsonParser.parseString(body.toString()));
    }

    /** Accepts nothing more, and waits up to 5 s for what runs. */
    @Override
    public void close() {
        pool.close();
    }
}
