package dev.lifeline.store.database;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why a database cannot be used, in words for the operator of the bot. A driver's own words are for its programmer, and some advise what
 * an operator cannot do; they are passed on where nothing better is known, without the password that some quote.
 */
final class FailureReason {

    private static final String CLOSED = "the connection was closed on the way";

    /** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
    private static final Map<String, String> POSTGRESQL_REASONS = Map.ofEntries(
            Map.entry("08003", CLOSED),
            Map.entry("28P01", "the server rejects the user or its password"),
            Map.entry("28000", "the server lets this user in from nowhere, or not from here (pg_hba.conf)"),
            Map.entry("3D000", "the server has no database of that name, create it first"),
            Map.entry("3F000", "the database has no schema of that name, create it first"),
            Map.entry("42501", "the user lacks the right to use or create tables there, grant it"),
            Map.entry("53100", "the disk of the server is full"),
            Map.entry("53300", "the server has no connection left, raise max_connections or run fewer replicas"),
            Map.entry("25006", "the server takes no writes, it is a standby or read-only"),
            Map.entry("55P03", "another session holds a lock on the tables and did not release it in time"),
            Map.entry("57014", "the server did not finish in time"),
            Map.entry("57P03", "the server is starting or stopping"));

    private static final Map<SQLiteErrorCode, String> SQLITE_REASONS = Map.of(
            SQLiteErrorCode.SQLITE_CANTOPEN, "the file cannot be opened or created, see who may write to its folder",
            SQLiteErrorCode.SQLITE_PERM, "the file may not be used by this user",
            SQLiteErrorCode.SQLITE_READONLY, "the file or its folder is read-only for this user, see who owns them",
            SQLiteErrorCode.SQLITE_NOTADB, "the file is no SQLite database",
            SQLiteErrorCode.SQLITE_BUSY, "another process holds the file",
            SQLiteErrorCode.SQLITE_CORRUPT, "the file is damaged, restore a backup",
            SQLiteErrorCode.SQLITE_FULL, "the disk is full",
            SQLiteErrorCode.SQLITE_IOERR, "the disk cannot be read or written");

    private FailureReason() {}

    /** One part of a sentence, without a full stop. */
    static String describe(DatabaseUrl url, Throwable thrown) {
        return causes(thrown)
                .map(FailureReason::ownWords)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> driversWords(url, thrown));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> ownWords(Throwable thrown) {
        if (thrown instanceof UnknownHostException) return Optional.of("no host has that name");
        if (thrown instanceof ConnectException) return Optional.of("nothing answers at that host and port");
        if (thrown instanceof EOFException || thrown instanceof SocketException) return Optional.of(CLOSED);
        if (thrown instanceof SocketTimeoutException) return Optional.of("no answer in time");
        if (thrown.getClass().getSimpleName().equals("NativeLibraryNotFoundException"))
            return Optional.of("SQLite's native library cannot be unpacked to " + System.getProperty("java.io.tmpdir")
                    + ", make that folder writable and executable, or start java with -Dorg.sqlite.tmpdir=FOLDER");
        if (thrown instanceof SQLiteException sqlite) return Optional.ofNullable(sqliteReason(sqlite));
        return thrown instanceof SQLException sql && sql.getSQLState() != null
                ? Optional.ofNullable(POSTGRESQL_REASONS.get(sql.getSQLState()))
                : Optional.empty();
    }

    /** An extended code carries the primary one in its lowest byte (https://www.sqlite.org/rescode.html). */
    private static @Nullable String sqliteReason(SQLiteException failure) {
        int primaryCode = failure.getResultCode().code & 0xff;
        return SQLITE_REASONS.get(SQLiteErrorCode.getErrorCode(primaryCode));
    }

    /** The first line of the innermost message, with the URL as {@code toString} shows it: some drivers quote it whole. */
    private static String driversWords(DatabaseUrl url, Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        String message = Optional.ofNullable(innermost.getMessage())
                .orElse(innermost.getClass().getSimpleName());
        String firstLine = message.lines().findFirst().orElse("");
        return firstLine.replace(url.jdbcUrl(), url.toString()).replaceAll("[.\\s]+$", "");
    }
}
