package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a list of Slack's by cursor. Where a page cannot be read, the next call goes on from there, since a rate limit would end the read
 * of a long list at the same page each time; it begins anew where Slack does not take the cursor any more, or the last page is too long
 * ago. Thread-safe; one thread reads at a time.
 */
final class CursorReader<T> {

    /** How long the pages that were read are kept for the next call. */
    static final Duration MAX_PAUSE = Duration.ofMinutes(10);

    /** Slack recommends no more (https://docs.slack.dev/apis/web-api/pagination). */
    private static final int ROWS_PER_PAGE = 200;

    /** More rows than any workspace has: a list that goes on is wrong. */
    private static final int MAX_ROWS = 1_000_000;

    private static final String INVALID_CURSOR = "invalid_cursor";

    private final Function<Map<String, String>, JsonNode> call;
    private final Map<String, String> options;
    private final String field;
    private final Function<JsonNode, Stream<T>> mapper;
    private final Ticker ticker;
    private List<T> rows = new ArrayList<>();
    private String cursor = "";
    private long beganAtNanos;
    private long lastReadNanos;

    /**
     * Creates a reader of one list.
     *
     * @param call calls the method with arguments; throws {@link SlackCallException}
     * @param field the property of the response that holds the rows
     */
    CursorReader(
            Function<Map<String, String>, JsonNode> call,
            Map<String, String> options,
            String field,
            Function<JsonNode, Stream<T>> mapper,
            Ticker ticker) {
        this.call = call;
        this.options = options;
        this.field = field;
        this.mapper = mapper;
        this.ticker = ticker;
    }

    /**
     * A list that was read to its end.
     *
     * @param beganAtNanos when its first page was read; monotonic
     */
    record Reading<T>(List<T> rows, long beganAtNanos) {}

    /**
     * The mapped rows of all pages; blocks for all the pages that are left.
     *
     * @throws SlackCallException when a page cannot be read
     */
    synchronized Reading<T> readAll() {
        if (ticker.read() - lastReadNanos > MAX_PAUSE.toNanos()) beginAnew();
        boolean complete = false;
        while (!complete) complete = readPage();
        Reading<T> result = new Reading<>(rows, beganAtNanos);
        beginAnew();
        return result;
    }

    private void beginAnew() {
        rows = new ArrayList<>();
        cursor = "";
    }

    /** Whether it was the last page. */
    private boolean readPage() {
        if (cursor.isEmpty()) beganAtNanos = ticker.read();
        Optional<JsonNode> page = tryRead();
        if (page.isEmpty()) {
            beginAnew();
            return false;
        }
        JsonNode response = page.get();
        response.path(field).forEach(row -> mapper.apply(row).forEach(rows::add));
        if (rows.size() > MAX_ROWS) throw new IllegalStateException("a list of Slack does not end");
        cursor = response.path("response_metadata").path("next_cursor").asText("");
        lastReadNanos = ticker.read();
        return cursor.isEmpty();
    }

    /** Empty where Slack does not take the cursor any more. */
    private Optional<JsonNode> tryRead() {
        Map<String, String> arguments = new HashMap<>(options);
        arguments.put("limit", Integer.toString(ROWS_PER_PAGE));
        if (!cursor.isEmpty()) arguments.put("cursor", cursor);
        try {
            return Optional.of(call.apply(arguments));
        } catch (SlackCallException e) {
            if (cursor.isEmpty() || !e.code().equals(INVALID_CURSOR)) throw e;
            return Optional.empty();
        }
    }
}
