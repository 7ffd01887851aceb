package dev.lifeline.store.jobs;

import dev.lifeline.store.database.Transactions;
import java.time.Duration;
import java.time.InstantSource;

/** What is of no use any more? Answered asks are kept long enough to know a delivery that comes twice; settled letters to look into;
 * signatures as long as they are good. */
final class Purge implements Runnable {

    private static final Duration RETENTION = Duration.ofDays(7);

    /** A signature is good for five minutes to either side of the clock (slack.md 2.6). */
    private static final Duration SIGNATURE_TTL = Duration.ofMinutes(11);

    private final Transactions transactions;
    private final InstantSource clock;

    Purge(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        long before = clock.instant().minus(RETENTION).toEpochMilli();
        transactions.write(handle -> {
            handle.execute("delete from inbox where processed_at < ?", before);
            handle.execute("delete from outbox_messages where completed_at < ?", before);
            handle.execute("delete from pending_access_changes where expires_at < ?", before);
            handle.execute("delete from link_tokens where expires_at < ?", before);
            handle.execute(
                    "delete from seen_signatures where seen_at < ?",
                    clock.instant().minus(SIGNATURE_TTL).toEpochMilli());
            handle.execute(
                    "delete from rate_limits where next_at < ?",
                    clock.instant().minus(SIGNATURE_TTL).toEpochMilli());
        });
    }
}
