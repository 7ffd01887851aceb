package dev.lifeline.command;

/** What is to be written after an ask was thought about? Thinking reads; only this writes, in one transaction with "answered". */
@FunctionalInterface
interface Decision {

    void write();

    /**
     * What is done once that was written, outside the transaction: it may take its time and touch the network. It is done at most once, as
     * a process that dies in between leaves nobody who would do it.
     */
    default void afterwards() {}

    /** Both, in this order. */
    default Decision and(Decision then) {
        return of(
                () -> {
                    write();
                    then.write();
                },
                () -> {
                    afterwards();
                    then.afterwards();
                });
    }

    /** The same, and then this. */
    default Decision andAfterwards(Runnable deed) {
        return and(of(() -> {}, deed));
    }

    /** Something to write, and something to do afterwards. */
    static Decision of(Runnable writing, Runnable afterwards) {
        return new Decision() {
            @Override
            public void write() {
                writing.run();
            }

            @Override
            public void afterwards() {
                afterwards.run();
            }
        };
    }
}
