package dev.lifeline.store.database;

import java.util.concurrent.Executor;

/** Runs the commits of groups. */
@FunctionalInterface
public interface Committer extends Executor {

    /** Runs each commit on the thread that asks for it. */
    Committer DIRECT = Runnable::run;

    /** Has the next commit begin at once. */
    default void hurry() {}

    /** Called before each commit: may leave a pause, so that more shares the commit. */
    default void awaitTurn() {}
}
