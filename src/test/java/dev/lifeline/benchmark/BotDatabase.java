package dev.lifeline.benchmark;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * A database of the bot, seen from outside.
 *
 * @param commits the number of durable writes so far
 */
record BotDatabase(String jdbcUrl, LongSupplier commits) {

    static BotDatabase sqlite(Path file) {
        return new BotDatabase("jdbc:sqlite:" + file, () -> CommitCount.ofSqlite(file));
    }

    static BotDatabase postgres(String jdbcUrl) {
        return new BotDatabase(jdbcUrl, () -> CommitCount.ofPostgres(jdbcUrl));
    }
}
