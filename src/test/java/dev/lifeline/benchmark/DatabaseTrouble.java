package dev.lifeline.benchmark;

import java.util.concurrent.atomic.AtomicBoolean;

/** A database of the bot that can be made slow, and made to stand still. */
interface DatabaseTrouble extends AutoCloseable {

    /** The database as the bot reaches it. */
    BotDatabase database();

    /** Has each commit take so much longer until told to end; blocks until then. */
    void slowCommits(long millis, AtomicBoolean ended);

    /** Has everything wait for so long; blocks meanwhile. */
    void stop(long millis);

    @Override
    void close();

    static DatabaseTrouble of(Contender contender, BotDatabase database) {
        return contender == Contender.SQLITE ? new LockedFile(database) : new SlowLine(database);
    }

    /** The lock of an SQLite file, held by this process. */
    final class LockedFile implements DatabaseTrouble {

        private final BotDatabase database;

        private LockedFile(BotDatabase database) {
            this.database = database;
        }

        @Override
        public BotDatabase database() {
            return database;
        }

        @Override
        public void slowCommits(long millis, AtomicBoolean ended) {
            try (SqliteWriter writer = new SqliteWriter(database.file())) {
                writer.holdBetweenCommits(millis, ended);
            }
        }

        @Override
        public void stop(long millis) {
            try (SqliteWriter writer = new SqliteWriter(database.file())) {
                writer.hold(millis);
            }
        }

        @Override
        public void close() {}
    }

    /** A proxy before a PostgreSQL server. */
    final class SlowLine implements DatabaseTrouble {

        private static final long POLL_MILLIS = 10;

        private final BotDatabase database;
        private final DatabaseProxy proxy;

        private SlowLine(BotDatabase database) {
            this.database = database;
            this.proxy = new DatabaseProxy(database.jdbcUrl());
        }

        @Override
        public BotDatabase database() {
            return database.withUrl(proxy.url(database.jdbcUrl()));
        }

        @Override
        public void slowCommits(long millis, AtomicBoolean ended) {
            proxy.delayCommits(millis);
            while (!ended.get()) ChildProcess.pause(POLL_MILLIS);
            proxy.delayCommits(0);
        }

        @Override
        public void stop(long millis) {
            proxy.standStill(true);
            ChildProcess.pause(millis);
            proxy.standStill(false);
        }

        @Override
        public void close() {
            proxy.close();
        }
    }
}
