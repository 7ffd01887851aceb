package dev.lifeline.handler.context;

/** What is to be written after an ask was thought about? Thinking reads; only this writes, in one transaction with "answered". */
@FunctionalInterface
public interface Effects {

    void apply();

    /**
     * What is done once that was written, outside the transaction: it may take its time and touch the network. It is done at most once, as
     * a process that dies in between leaves nobody who would do it.
     */
    default void afterCommit() {}

    /** Both, in this order. */
    default Effects and(Effects then) {
        return of(
                () -> {
                    apply();
                    then.apply();
                },
                () -> {
                    afterCommit();
                    then.afterCommit();
                });
    }

    /** The same, and then this. */
    default Effects andAfterCommit(Runnable deed) {
        return and(of(() -> {}, deed));
    }

    /** Something to write, and something to do afterwards. */
    static Effects of(Runnable writing, Runnable afterwards) {
        return new Effects() {
            @Override
            public void apply() {
                writing.run();
            }

            @Override
            public void afterCommit() {
                afterwards.run();
            }
        };
    }
}
