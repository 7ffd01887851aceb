package dev.lifeline.handler.context;

/**
 * What a handler decided to write. A handler only reads; its effects are applied afterwards, in one transaction with the mark that the
 * interaction was processed. When that transaction loses a race, the handler runs again.
 */
@FunctionalInterface
public interface Effects {

    /** Writes, inside the transaction. */
    void apply();

    /**
     * Acts after the commit, outside the transaction: it may block and use the network. Runs at most once; when the process dies between
     * the commit and this, it never runs.
     */
    default void afterCommit() {}

    /** Both effects, this one first. */
    default Effects and(Effects next) {
        return of(
                () -> {
                    apply();
                    next.apply();
                },
                () -> {
                    afterCommit();
                    next.afterCommit();
                });
    }

    /** This effect, and an action after the commit. */
    default Effects andAfterCommit(Runnable action) {
        return and(of(() -> {}, action));
    }

    /** An effect of something to write and an action after the commit. */
    static Effects of(Runnable write, Runnable afterCommit) {
        return new Effects() {
            @Override
            public void apply() {
                write.run();
            }

            @Override
            public void afterCommit() {
                afterCommit.run();
            }
        };
    }
}
