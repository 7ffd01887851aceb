package dev.lifeline.store.database;

/** Thrown when the database was made before the first release. Nothing in it was changed; the message says how to begin anew. */
public final class IncompatibleDatabaseException extends DatabaseUnavailableException {

    private static final long serialVersionUID = 1L;

    IncompatibleDatabaseException(DatabaseUrl url) {
        super("The database " + url
                + " was made before the first release, and this release cannot read it. To begin with an empty one, "
                + (url.file().isPresent()
                        ? "set LIFELINE_DATABASE_URL to another file, or move this file away."
                        : "set LIFELINE_DATABASE_URL to another database or schema."));
    }
}
