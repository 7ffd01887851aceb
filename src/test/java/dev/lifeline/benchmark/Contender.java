package dev.lifeline.benchmark;

/** What is measured, side by side. */
enum Contender {
    /** {@code @slack/bolt} on Node, which acknowledges and keeps nothing. */
    PEER("bolt-js"),
    SQLITE("SQLite"),
    POSTGRESQL("PostgreSQL");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
