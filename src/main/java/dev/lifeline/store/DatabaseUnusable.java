package dev.lifeline.store;

/** The database cannot be used as it is. The message is one plain sentence for the operator, which never holds a password. */
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String sentence) {
        super(sentence);
    }
}
