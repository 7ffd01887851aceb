package dev.lifeline.store.database;

/** A write that was handed over for the next commit. Thread-safe. */
@FunctionalInterface
public interface Pending<T> {

    /**
     * Has the commit begin at once, and blocks until it is made.
     *
     * @return the result of the write
     * @throws BusyDatabaseException when it is not committed in time; it may still be where its commit has begun
     */
    T get();
}
