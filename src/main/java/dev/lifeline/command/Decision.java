package dev.lifeline.command;

/** What is to be written after an ask was thought about? Thinking reads; only this writes, in one transaction with "answered". */
@FunctionalInterface
interface Decision {

    void write();

    /** Both, in this order. */
    default Decision and(Decision then) {
        return () -> {
            write();
            then.write();
        };
    }
}
