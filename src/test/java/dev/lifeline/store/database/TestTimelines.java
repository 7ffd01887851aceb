package dev.lifeline.store.database;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/** The clock of a database server for tests that build a store from its parts. */
public final class TestTimelines {

    private TestTimelines() {}

    public static Timeline ofServer(Jdbi jdbi, Instant hostTime, LongSupplier nanoClock) {
        return new ServerClock(jdbi, hostTime, nanoClock);
    }

    public static Transactions transactions(Jdbi jdbi, DueJobSignal dueJobSignal) {
        return new Transactions(jdbi, Dialect.SQLITE, WriteQueue.unrestricted(), dueJobSignal, Committer.DIRECT);
    }
}
