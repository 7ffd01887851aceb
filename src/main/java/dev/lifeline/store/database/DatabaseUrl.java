package dev.lifeline.store.database;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * JDBC URL of the database, as the operator gave it and completed with the options that the bot needs.
 *
 * @param jdbcUrl may hold a password; {@code toString} does not
 */
public record DatabaseUrl(String jdbcUrl, Dialect dialect) {

    private static final String SQLITE_PREFIX = "jdbc:sqlite:";
    private static final String POSTGRESQL_PREFIX = "jdbc:postgresql:";

    /**
     * WAL and FULL lose no commit when the process or the machine dies (sqlite.org/pragma.html#pragma_synchronous). IMMEDIATE takes the
     * write lock when the transaction begins, so that none fails half-way with SQLITE_BUSY (sqlite.org/lang_transaction.html). The
     * time-out is in milliseconds. Each connection caches 512 KiB of pages instead of 2 MB (sqlite.org/pragma.html#pragma_cache_size):
     * with fourteen of them that is what a bot that was busy once keeps, and the system caches the file anyway.
     */
    private static final String SQLITE_OPTIONS =
            "journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE&cache_size=-512";

    /** In and outside of transactions (jdbc.postgresql.org/documentation/use, connection parameters). */
    private static final String READ_ONLY_SESSION = "&readOnly=true&readOnlyMode=always";

    /**
     * Parses the value of {@code LIFELINE_DATABASE_URL}. Options in an SQLite URL are replaced by those of the bot.
     *
     * @throws DatabaseUnavailableException when it names neither an SQLite file nor a PostgreSQL database
     */
    public static DatabaseUrl parse(String text) {
        if (text.startsWith(POSTGRESQL_PREFIX)) return postgresql(text);
        if (!text.startsWith(SQLITE_PREFIX))
            throw new DatabaseUnavailableException(
                    "The database URL begins with neither " + SQLITE_PREFIX + " nor " + POSTGRESQL_PREFIX + ".");
        String path = withoutQuery(text).substring(SQLITE_PREFIX.length());
        if (path.isEmpty() || path.startsWith(":"))
            throw new DatabaseUnavailableException(
                    "The database URL " + SQLITE_PREFIX + " has to name a file, since several connections share it.");
        return new DatabaseUrl(SQLITE_PREFIX + path + "?" + SQLITE_OPTIONS, Dialect.SQLITE);
    }

    private static DatabaseUrl postgresql(String text) {
        if (!isWellFormed(text))
            throw new DatabaseUnavailableException("The database URL is malformed, it has the form " + POSTGRESQL_PREFIX
                    + "//HOST:PORT/DATABASE?user=USER&password=PASSWORD.");
        return new DatabaseUrl(withoutErrorDetail(text), Dialect.POSTGRESQL);
    }

    private static boolean isWellFormed(String url) {
        try {
            return DriverManager.getDriver(url) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL's driver would quote rows in its exceptions, and so texts of users in the log (promise P9). */
    private static String withoutErrorDetail(String url) {
        return url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
    }

    /**
     * Returns the same database with commits that are visible before they are on disk, for rows that may be lost in a power failure. The
     * SQLite file stays intact. PostgreSQL is opened as before.
     */
    DatabaseUrl withAsyncCommit() {
        return new DatabaseUrl(jdbcUrl.replace("synchronous=FULL", "synchronous=NORMAL"), dialect);
    }

    /**
     * Returns the same database for a process that must change nothing in it. Of an SQLite file that nobody has open no log is made
     * beside it: even a read-only connection would, unless the file is declared immutable, and the bot could not write to the log of
     * another user. Where there is a log it holds the newest commits, and is read (sqlite.org/wal.html, section "Read-Only Databases").
     */
    DatabaseUrl readOnly() {
        return file().map(DatabaseUrl::readOnlyFileUrl)
                .map(url -> new DatabaseUrl(url, dialect))
                .orElseGet(() -> new DatabaseUrl(jdbcUrl + READ_ONLY_SESSION, dialect));
    }

    /** Whether the sessions of a server have to be declared read-only. An SQLite file is opened so, and refuses the declaration. */
    boolean hasReadOnlySessions() {
        return jdbcUrl.endsWith(READ_ONLY_SESSION);
    }

    private static String readOnlyFileUrl(Path file) {
        boolean hasLog = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return SQLITE_PREFIX + file.toUri().toASCIIString() + "?mode=ro&busy_timeout=10000"
                + (hasLog ? "" : "&immutable=1");
    }

    /** The SQLite file, as an absolute path; empty for PostgreSQL. */
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

    /** The URL without user, password and options. */
    @Override
    public String toString() {
        return withoutQuery(jdbcUrl).replaceAll("//[^/@]*@", "//");
    }
}
