package dev.lifeline.store.database;

/** Thrown when the database cannot be used as it is. The message is one sentence for the operator and never holds a password. */
public class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String sentence) {
        super(sentence);
    }
}
