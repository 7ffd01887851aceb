package dev.lifeline.store.database;

import java.time.InstantSource;

/** Time that does not follow the steps of the host's clock. Thread-safe. */
public interface Timeline extends InstantSource {

    /** Reads the clock that it follows for the first time, where there is one; blocks for that. Until then it shows the host's time. */
    default void open() {}

    /** Compares itself with the clock that it follows, where there is one; blocks for that. To be called every few seconds. */
    default void synchronize() {}
}
