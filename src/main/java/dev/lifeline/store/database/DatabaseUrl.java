package dev.lifeline.store.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which database, and how is it opened? What the operator wrote, completed; {@code toString} shows no password. */
public record DatabaseUrl(String jdbcUrl, Dialect dialect) {

    private static final String SQLITE_PREFIX = "jdbc:sqlite:";
    private static final String POSTGRESQL_PREFIX = "jdbc:postgresql:";

    /**
     * WAL and FULL lose no commit when the process or the machine dies; IMMEDIATE takes the lock to write at once, so that no
     * transaction fails half-way for want of it (stack.md 3).
     */
    private static final String DURABLE_OPTIONS =
            "journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE";

    /** Reads what the operator wrote. */
    public static DatabaseUrl parse(String written) {
        if (written.startsWith(POSTGRESQL_PREFIX))
            return new DatabaseUrl(withoutErrorDetail(written), Dialect.POSTGRESQL);
        if (!written.startsWith(SQLITE_PREFIX))
            throw new DatabaseUnavailableException(
                    "The database URL begins with neither " + SQLITE_PREFIX + " nor " + POSTGRESQL_PREFIX + ".");
        String path = withoutQuery(written).substring(SQLITE_PREFIX.length());
        if (path.isEmpty() || path.startsWith(":"))
            throw new DatabaseUnavailableException(
                    "The database URL " + SQLITE_PREFIX + " has to name a file, since several connections share it.");
        return new DatabaseUrl(SQLITE_PREFIX + path + "?" + DURABLE_OPTIONS, Dialect.SQLITE);
    }

    /** PostgreSQL's driver would quote rows in what it throws, and what people asked and were told would stand in the log. */
    private static String withoutErrorDetail(String url) {
        return url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
    }

    /**
     * The same database for db-scheduler's own bookkeeping, where a commit need not be on disk before it counts: what a power cut
     * takes from it is found again by the sweep, and the file stays whole.
     */
    DatabaseUrl withAsyncCommit() {
        return new DatabaseUrl(jdbcUrl.replace("synchronous=FULL", "synchronous=NORMAL"), dialect);
    }

    /** The file, where the database is one. */
    Optional<Path> file() {
        if (dialect != Dialect.SQLITE) return Optional.empty();
        String path = withoutQuery(jdbcUrl).substring(SQLITE_PREFIX.length());
        try {
            return Optional.of(Path.of(path.startsWith("file:") ? path.substring("file:".length()) : path)
                    .toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new DatabaseUnavailableException(
                    "The database URL names no file that this system can have: " + path + ".");
        }
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Without user and password, for people to read. */
    @Override
    public String toString() {
        return withoutQuery(jdbcUrl).replaceAll("//[^/@]*@", "//");
    }
}
