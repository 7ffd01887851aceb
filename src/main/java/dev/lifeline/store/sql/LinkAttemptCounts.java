package dev.lifeline.store.sql;

import dev.lifeline.access.LinkAttempt;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * Counts attempts as one row a subject, which all replicas share; the row is locked until the transaction ends. A window begins with the
 * first attempt after the last window. One that seems to begin in the future was begun before the clock was set back, and begins anew.
 */
final class LinkAttemptCounts {

    private static final String COUNT_SQL = """
            insert into link_attempts (subject, since, attempts) values (:subject, :now, 1)
            on conflict (subject) do update set
              attempts = case when link_attempts.since between :begin and :now then link_attempts.attempts + 1 else 1 end,
              since = case when link_attempts.since between :begin and :now then link_attempts.since else :now end
            """;

    private final InstantSource clock;

    LinkAttemptCounts(InstantSource clock) {
        this.clock = clock;
    }

    /** The attempts of a subject within a window, with the one just counted. */
    record Count(long attempts, Instant since) {

        Instant windowEnd() {
            return since.plus(LinkAttempt.WINDOW);
        }
    }

    /** Counts one more attempt of a subject. */
    Count add(Handle handle, String subject) {
        long now = clock.millis();
        handle.createUpdate(COUNT_SQL)
                .bind("subject", subject)
                .bind("now", now)
                .bind("begin", now - LinkAttempt.WINDOW.toMillis() + 1)
                .execute();
        return handle.createQuery("select attempts, since from link_attempts where subject = :subject")
                .bind("subject", subject)
                .map((row, context) -> new Count(row.getLong("attempts"), Instant.ofEpochMilli(row.getLong("since"))))
                .one();
    }
}
