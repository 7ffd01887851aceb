package dev.lifeline.rescue;

/** Do these writes happen all or not at all? Stage, what is said about it and the record of it are one piece of news. */
@FunctionalInterface
public interface TransactionRunner {

    /** Runs the writes in one transaction of the database; whatever they throw rolls all back. Nested calls join. */
    void run(Runnable writes);
}
