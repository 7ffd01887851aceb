package dev.lifeline.transport;

/**
 * Refuses calls to Slack, the provider and devices while the thread is in a database transaction, which would keep every other writer
 * waiting for their answer. The transaction marks its thread; each adapter checks before a call, also before one that its cache may
 * answer, so that a call in the wrong place shows at its first run. The marks are per thread; thread-safe.
 */
public final class OutsideCalls {

    /** Static, because adapters know nothing of the store; a thread is in a transaction of any store or in none. */
    private static final ThreadLocal<Integer> TRANSACTIONS = ThreadLocal.withInitial(() -> 0);

    private OutsideCalls() {}

    /** A transaction of the thread begins. */
    public static void forbid() {
        TRANSACTIONS.set(TRANSACTIONS.get() + 1);
    }

    /** A transaction of the thread has ended. */
    public static void allow() {
        int remaining = TRANSACTIONS.get() - 1;
        if (remaining > 0) TRANSACTIONS.set(remaining);
        else TRANSACTIONS.remove();
    }

    /**
     * Checks that the thread may call somebody outside.
     *
     * @param call name of what is called, for the message
     * @throws IllegalStateException when the thread is in a transaction
     */
    public static void check(String call) {
        if (TRANSACTIONS.get() > 0) throw new IllegalStateException(call + " called inside a database transaction");
    }
}
