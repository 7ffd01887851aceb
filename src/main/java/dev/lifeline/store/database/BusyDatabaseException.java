package dev.lifeline.store.database;

/** Thrown when something is not committed in time: the database is slow, or stands still. */
public final class BusyDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BusyDatabaseException() {
        super("not committed in time");
    }

    BusyDatabaseException(int waiting) {
        super("more than " + waiting + " entries wait for a commit");
    }
}
