package dev.lifeline.store.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes through the queue and the connections that interactions are written through, and remembers how that went. {@link #beat} blocks for
 * the database and is called again and again by one thread; {@link #problem} never blocks. Thread-safe.
 */
public final class DatabaseHeartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHeartbeat.class);

    /** Longer than a write takes on a loaded machine, and shorter than any time-out of a session. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(6);

    /** Of the disk on which an SQLite file is. A rescue takes about 20 kB. */
    private static final long MIN_FREE_BYTES = 16L * 1024 * 1024;

    private final DatabaseUrl url;
    private final Transactions transactions;
    private final LongSupplier nanoClock;
    private volatile Beat last;

    /**
     * How the last write went.
     *
     * @param problem null where it went well
     * @param nanoTime when it ended
     */
    private record Beat(@Nullable String problem, long nanoTime) {}

    /**
     * Does no I/O. Until the first beat the database counts as not opened.
     *
     * @param nanoClock monotonic, in nanoseconds
     */
    public DatabaseHeartbeat(DatabaseUrl url, Transactions transactions, LongSupplier nanoClock) {
        this.url = url;
        this.transactions = transactions;
        this.nanoClock = nanoClock;
        this.last = new Beat("not opened yet", nanoClock.getAsLong());
    }

    /** Writes once. Throws nothing. */
    public void beat() {
        String problem = tryToWrite();
        String before = last.problem();
        last = new Beat(problem, nanoClock.getAsLong());
        if (problem != null && before == null) LOG.warn("Database cannot be written: {}", problem);
        if (problem == null && before != null) LOG.info("Database can be written");
    }

    private @Nullable String tryToWrite() {
        try {
            transactions.inUrgentTransaction(handle -> {
                url.dialect().heartbeat().forEach(handle::execute);
                return true;
            });
            return url.file().map(DatabaseHeartbeat::diskProblem).orElse(null);
        } catch (RuntimeException e) {
            return FailureReason.describe(url, e);
        }
    }

    /** SQLite's heartbeat takes the lock for writing, and writes nothing that the disk would have to keep. */
    private static @Nullable String diskProblem(Path file) {
        try {
            FileStore disk = Files.getFileStore(file);
            if (disk.isReadOnly() || !Files.isWritable(file)) return "the file " + file + " is read-only for this user";
            return disk.getUsableSpace() < MIN_FREE_BYTES ? "the disk of " + file + " is full" : null;
        } catch (IOException e) {
            return "the file " + file + " is gone";
        }
    }

    /** What is wrong with the database, in words for the operator; empty where it was written a moment ago. */
    public Optional<String> problem() {
        Beat beat = last;
        if (beat.problem() != null) return Optional.of(beat.problem());
        Duration silence = Duration.ofNanos(nanoClock.getAsLong() - beat.nanoTime());
        return silence.compareTo(MAX_SILENCE) <= 0
                ? Optional.empty()
                : Optional.of("has not answered for " + silence.toSeconds() + " s");
    }
}
