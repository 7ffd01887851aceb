package dev.lifeline.store.database;

/**
 * Thrown when the tables of the database are not for this release: of another program, of a newer release, or made before the first one.
 * Nothing in it was changed; the message says what to do.
 */
public final class IncompatibleDatabaseException extends DatabaseUnavailableException {

    private static final long serialVersionUID = 1L;

    private IncompatibleDatabaseException(String sentence) {
        super(sentence);
    }

    static IncompatibleDatabaseException preRelease(DatabaseUrl url) {
        return new IncompatibleDatabaseException("The database " + url
                + " was made before the first release, and this release cannot read it. To begin with an empty one, "
                + (url.file().isPresent()
                        ? "set LIFELINE_DATABASE_URL to another file, or move this file away."
                        : "set LIFELINE_DATABASE_URL to another database or schema."));
    }

    static IncompatibleDatabaseException foreign(DatabaseUrl url, String tables) {
        return new IncompatibleDatabaseException("The database " + url + " holds tables of another program (" + tables
                + ") and none of Lifeline: set LIFELINE_DATABASE_URL to an empty "
                + (url.file().isPresent() ? "file." : "database or schema."));
    }

    static IncompatibleDatabaseException newer(DatabaseUrl url, SchemaStatus found) {
        return new IncompatibleDatabaseException("The database " + url + " was brought to version " + found.found()
                + " by a newer release, and this one knows version " + found.known()
                + ": run the newer release, or restore a backup from before the upgrade.");
    }
}
