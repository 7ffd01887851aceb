package dev.lifeline.app.doctor;

import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.SchemaStatus;
import java.time.InstantSource;
import java.util.List;

/** Checks the database without changing it. */
final class DatabaseChecks {

    private static final String SUBJECT = "database";

    private final String databaseUrl;
    private final InstantSource clock;

    DatabaseChecks(String databaseUrl, InstantSource clock) {
        this.databaseUrl = databaseUrl;
        this.clock = clock;
    }

    List<CheckResult> run() {
        try {
            return List.of(checkSchema(Store.inspect(databaseUrl)));
        } catch (DatabaseUnavailableException e) {
            return List.of(CheckResult.wrong(SUBJECT, e.getMessage() + " Check LIFELINE_DATABASE_URL."));
        }
    }

    private CheckResult checkSchema(SchemaStatus schema) {
        return switch (schema.state()) {
            case EMPTY -> CheckResult.ok(SUBJECT, "answers, has " + schema);
            case CURRENT -> checkRequests(schema);
            case OLDER -> CheckResult.warn(SUBJECT, "answers, has " + schema);
            case NEWER -> CheckResult.wrong(SUBJECT, "has " + schema + ": run the newer release");
            case FOREIGN, PRE_RELEASE ->
                CheckResult.wrong(SUBJECT, "has " + schema + ": set LIFELINE_DATABASE_URL to an empty database");
        };
    }

    /** The bot works without a request that it cannot read, and the device of that request is watched by nobody. */
    private CheckResult checkRequests(SchemaStatus schema) {
        try (Store store = Store.openToRead(databaseUrl, clock, found -> {})) {
            List<String> unreadable = store.requests().findUnreadable();
            return unreadable.isEmpty()
                    ? CheckResult.ok(SUBJECT, "answers, has " + schema)
                    : CheckResult.warn(
                            SUBJECT,
                            "open requests that this release cannot read: " + String.join(", ", unreadable)
                                    + "; run the newest release that any replica runs, or look for the damage");
        }
    }
}
