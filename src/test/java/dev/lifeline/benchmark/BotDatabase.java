package dev.lifeline.benchmark;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * A database of the bot, seen from outside.
 *
 * @param commits the number of durable writes so far
 */
record BotDatabase(String jdbcUrl, LongSupplier commits) {

    private static final String SQLITE = "jdbc:sqlite:";

    static BotDatabase sqlite(Path file) {
        return new BotDatabase(SQLITE + file, () -> CommitCount.ofSqlite(file));
    }

    static BotDatabase postgres(String jdbcUrl) {
        return new BotDatabase(jdbcUrl, () -> CommitCount.ofPostgres(jdbcUrl));
    }

    /** The file of an SQLite database. */
    Path file() {
        return Path.of(jdbcUrl.substring(SQLITE.length()));
    }

    /** The same database by another address. */
    BotDatabase withUrl(String otherUrl) {
        return new BotDatabase(otherUrl, commits);
    }
}
