package dev.lifeline.store.jobs;

import dev.lifeline.store.database.Transactions;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Deletes rows that are no longer needed: processed interactions and settled outbox messages after 7 days, seen signatures and rate limits
 * after 11 minutes, counted link attempts and leases after 2 hours, link tokens and pending access changes 7 days after their end, votes
 * that were kept until a proof 2 hours after the end of their time, durations of phases after 400 days.
 */
final class Purge implements Runnable {

    /** Long enough to recognise a delivery that Slack repeats, and to look into what was sent. */
    private static final Duration RETENTION = Duration.ofDays(7);

    /** A signature is valid for five minutes to either side of the clock (src/docs/platform/slack.md, section HTTP mode). */
    private static final Duration SIGNATURE_TTL = Duration.ofMinutes(11);

    /** Longer than attempts are counted together. */
    private static final Duration LINK_ATTEMPTS_TTL = Duration.ofHours(2);

    /** What was owned under them is found without them. */
    private static final Duration ENDED_LEASES_TTL = Duration.ofHours(2);

    /** Older ones tell of other hardware and other rescue systems. */
    private static final Duration PHASE_DURATIONS_TTL = Duration.ofDays(400);

    /** Whoever comes back from the proof too late is told so; its page is open for less. */
    private static final Duration ENDED_VOTES_TTL = Duration.ofHours(2);

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
                    "delete from pending_votes where expires_at < ?",
                    clock.instant().minus(ENDED_VOTES_TTL).toEpochMilli());
            handle.execute(
                    "delete from link_attempts where since < ?",
                    clock.instant().minus(LINK_ATTEMPTS_TTL).toEpochMilli());
            handle.execute(
                    "delete from phase_durations where ended_at < ?",
                    clock.instant().minus(PHASE_DURATIONS_TTL).toEpochMilli());
            handle.execute(
                    "delete from seen_signatures where seen_at < ?",
                    clock.instant().minus(SIGNATURE_TTL).toEpochMilli());
            handle.execute(
                    "delete from replica_leases where lease_until < ?",
                    clock.instant().minus(ENDED_LEASES_TTL).toEpochMilli());
            handle.execute(
                    "delete from rate_limits where next_at < ?",
                    clock.instant().minus(SIGNATURE_TTL).toEpochMilli());
        });
    }
}
