package dev.lifeline.store.database;

/** The database cannot be used as it is. The message is one plain sentence for the operator, which never holds a password. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String sentence) {
        super(sentence);
    }
}
