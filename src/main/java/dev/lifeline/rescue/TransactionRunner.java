package dev.lifeline.rescue;

/**
 * Runs writes of several stores in one database transaction, so that stage, audit entries and messages are written all or
 * not at all.
 */
@FunctionalInterface
public interface TransactionRunner {

    /**
     * Runs the writes and commits. A throwable from them, checked or not, rolls everything back and is passed on.
     *
     * <p>A nested call joins the transaction of its thread; if it fails, the whole is rolled back even where its exception
     * is caught. The transaction is bound to the calling thread: writes of other threads are not part of it. Blocks for a
     * writer's turn and the commit; calls to Slack or the provider do not belong inside.
     */
    void run(Runnable writes);
}
