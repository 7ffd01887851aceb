package dev.lifeline.store.sql;

import dev.lifeline.device.UnreadableRecordException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows that this process could not read: those of a newer release, and damaged ones. A list is served without them, so that one row
 * stops no other; who asks for such a row itself gets an {@link UnreadableRecordException}. Each row is logged once. Thread-safe.
 */
public final class UnreadableRows {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);

    /** More are not remembered, and so not counted. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** How many rows could not be read since the start, each counted once. */
    public long count() {
        return seen.size();
    }

    /**
     * Reads the row that was asked for.
     *
     * @throws UnreadableRecordException when it cannot be read
     */
    <T> T read(String kind, String key, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            remember(kind, key, e);
            throw new UnreadableRecordException(kind, key, e);
        }
    }

    /** Reads one row of a list; empty when it cannot be read. */
    <T> Optional<T> readOrSkip(String kind, String key, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (RuntimeException e) {
            remember(kind, key, e);
            return Optional.empty();
        }
    }

    private void remember(String kind, String key, RuntimeException e) {
        boolean first = seen.size() < MAX_REMEMBERED && seen.add(kind + " " + key);
        if (first) LOG.error("Unreadable {} {} skipped, update this replica: {}", kind, key, e.getMessage());
    }
}
