package dev.lifeline.store;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.closed;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_08;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.jobs.JobEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that were closed long ago are kept apart, and found all the same: contract, run against one kind of database. */
@ExtendWith(FullScanExtension.class)
abstract class HistoryContracts {

    static final Duration LONG_AGO = Duration.ofDays(31);

    final RescueRequest old = awaitingConfirmation("longago001", WEB_07);
    String databaseUrl = "";
    Store store;
    RawSql rawSql = new RawSql("");

    /** The URL of a new, empty database. */
    abstract String emptyDatabaseUrl();

    @BeforeEach
    void open() {
        databaseUrl = emptyDatabaseUrl();
        store = Store.open(databaseUrl, InstantSource.fixed(NOON));
        rawSql = new RawSql(databaseUrl);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void openAndClose(RescueRequest request) {
        store.requests().open(request);
        store.requests().save(closed(request));
    }

    /** A replica starts at that time after noon. */
    void sweepAfter(Duration time) {
        InstantSource later = InstantSource.fixed(NOON.plus(time));
        try (Store replica = Store.open(databaseUrl, later);
                JobEngine jobEngine =
                        replica.createEngine(new RecordingJobs(replica).jobs(), JobEngine.PollSettings.DEFAULT)) {
            jobEngine.start();
        }
    }

    long inHistory() {
        return rawSql.countRows("rescue_request_history");
    }

    @Test
    void a_request_that_was_closed_long_ago_leaves_the_table_of_the_others_and_is_found_as_before() {
        openAndClose(old);
        RescueRequest open = awaitingConfirmation("newer00001", WEB_07);
        store.requests().open(open);

        sweepAfter(LONG_AGO);

        assertThat(rawSql.countRows("rescue_requests")).isEqualTo(1);
        assertThat(inHistory()).isEqualTo(1);
        assertThat(store.requests().find(old.id())).contains(closed(old));
        assertThat(store.requests().findOpen(WEB_07.id())).contains(open);
        assertThat(store.requests().findOpen()).containsExactly(open);
        assertThat(store.requests().findClosed(10)).containsExactly(closed(old));
        assertThat(store.requests().findRecent(Optional.of(WEB_07.id()), 10)).containsExactly(closed(old), open);
        assertThat(store.requests().findRecent(Optional.empty(), 1)).hasSize(1);
        assertThat(store.requests().findRecent(Optional.of(WEB_08.id()), 10)).isEmpty();
    }

    @Test
    void a_request_that_was_closed_lately_stays() {
        openAndClose(old);
        sweepAfter(Duration.ofDays(29));
        assertThat(inHistory()).isZero();
    }

    @Test
    void requests_whose_review_is_owed_for_long_hold_up_no_other() {
        IntStream.range(0, 200)
                .forEach(number -> openAndClose(awaitingConfirmation("owed" + (10_000 + number), WEB_07)));
        rawSql.execute("update rescue_requests set review_pending = 1, updated_at = updated_at - 1");
        openAndClose(old);

        sweepAfter(LONG_AGO);

        assertThat(inHistory()).isEqualTo(1);
        assertThat(store.requests().find(old.id())).contains(closed(old));
    }

    @Test
    void a_request_that_is_moved_while_it_is_listed_is_listed_once() {
        openAndClose(old);
        rawSql.execute("insert into rescue_request_history select id, version, stage, device, break_glass_used, body,"
                + " created_at, updated_at from rescue_requests");

        assertThat(store.requests().findRecent(Optional.empty(), 10)).containsExactly(closed(old));
        assertThat(store.requests().findRecent(Optional.of(WEB_07.id()), 10)).containsExactly(closed(old));
        assertThat(store.requests().findClosed(10)).containsExactly(closed(old));
    }

    private OutboxMessage onlyPending(RescueRequest request) {
        List<OutboxMessage> pending = store.outbox().pending(new StreamKey.Request(request.id()));
        assertThat(pending).hasSize(1);
        return pending.get(0);
    }

    private void show(RescueRequest request, String text) {
        store.notifier().updateStatusMessage(request.id(), INCIDENT_CHANNEL, textMessage(text));
    }

    @Test
    void the_text_that_a_card_shows_is_kept_no_longer_than_its_request_is_looked_at() {
        openAndClose(old);
        show(old, "booting");
        OutboxMessage late = onlyPending(old);
        show(old, "back");
        store.outbox().markDelivered(onlyPending(old), Optional.of(new MessageRef("C1", "1.1")));
        assertThat(rawSql.countRows("status_messages where shown_body <> ''")).isEqualTo(1);

        sweepAfter(LONG_AGO);

        assertThat(rawSql.countRows("status_messages where shown_body <> ''")).isZero();
        store.outbox().markDelivered(late, Optional.of(new MessageRef("C1", "1.1")));
        assertThat(store.outbox().pending(new StreamKey.Request(old.id()))).isEmpty();
    }

    @Test
    void P7_a_second_sweep_and_another_replica_move_nothing_twice() {
        openAndClose(old);
        sweepAfter(LONG_AGO);
        sweepAfter(LONG_AGO);
        sweepAfter(LONG_AGO.plusMinutes(1));
        assertThat(inHistory()).isEqualTo(1);
        assertThat(store.requests().findRecent(Optional.empty(), 10)).containsExactly(closed(old));
    }

    @Test
    void one_replica_at_a_time_moves() {
        openAndClose(old);
        sweepAfter(LONG_AGO);
        openAndClose(awaitingConfirmation("another001", WEB_08));

        sweepAfter(LONG_AGO.plusSeconds(5));
        assertThat(inHistory()).isEqualTo(1);
        sweepAfter(LONG_AGO.plusSeconds(30));
        assertThat(inHistory()).isEqualTo(2);
    }

    @Test
    void a_clock_that_is_set_back_does_not_stop_the_moves() {
        sweepAfter(LONG_AGO.plusDays(300));
        openAndClose(old);
        sweepAfter(LONG_AGO);
        assertThat(inHistory()).isEqualTo(1);
    }

    @Test
    void more_than_one_batch_is_moved() {
        IntStream.range(0, 450)
                .forEach(number -> openAndClose(awaitingConfirmation("many" + (10_000 + number), WEB_07)));
        sweepAfter(LONG_AGO);
        assertThat(inHistory()).isEqualTo(450);
        assertThat(rawSql.countRows("rescue_requests")).isZero();
    }

    @Test
    void P1_a_late_answer_reopens_a_request_that_is_history() {
        openAndClose(old);
        sweepAfter(LONG_AGO);
        RescueRequest reopened = closed(old).transitionTo(old.stage()).next();

        store.requests().save(reopened);

        assertThat(store.requests().findOpen(WEB_07.id())).contains(reopened);
        assertThat(inHistory()).isZero();
        assertThatThrownBy(() -> store.requests().save(reopened)).isInstanceOf(StaleRequestException.class);
    }

    @Test
    void a_request_that_is_history_is_not_reopened_while_its_device_has_another() {
        openAndClose(old);
        sweepAfter(LONG_AGO);
        store.requests().open(awaitingConfirmation("newer00001", WEB_07));
        RescueRequest reopened = closed(old).transitionTo(old.stage()).next();

        assertThatThrownBy(() -> store.requests().save(reopened)).isInstanceOf(StaleRequestException.class);
        assertThat(store.requests().find(old.id())).contains(closed(old));
        assertThat(inHistory()).isEqualTo(1);
    }

    @Test
    void a_request_whose_review_is_owed_stays_until_it_is_signed_off() {
        RescueRequest owed = withReview(closed(old), Optional.empty());
        openAndClose(old);
        store.requests().save(owed);
        sweepAfter(LONG_AGO);
        assertThat(store.requests().findReviewPending()).containsExactly(owed);
        assertThat(inHistory()).isZero();

        store.requests().save(withReview(owed, Optional.of(new Review.SignOff(ASHA_REQUESTER, Instant.EPOCH))));
        sweepAfter(LONG_AGO.plusMinutes(1));
        assertThat(inHistory()).isEqualTo(1);
        assertThat(store.requests().countBreakGlass()).isEqualTo(1);
    }

    private static RescueRequest withReview(RescueRequest request, Optional<Review.SignOff> signOff) {
        Review review = new Review("nobody answers", NOON, NOON.plus(Duration.ofDays(1)), signOff, false);
        return new RescueRequest(
                request.id(), request.plan(), request.stage(), request.version() + 1, Optional.of(review));
    }

    @Test
    void a_request_with_an_undelivered_message_stays_until_it_is_delivered() {
        openAndClose(old);
        store.notifier().updateReviewMessage(old.id(), INCIDENT_CHANNEL, textMessage("review"));
        try (Store replica = Store.open(databaseUrl, InstantSource.fixed(NOON.plus(LONG_AGO)));
                JobEngine engine = replica.createEngine(
                        new RecordingJobs(replica).withoutDeliveries(), JobEngine.PollSettings.DEFAULT)) {
            engine.start();
        }
        assertThat(inHistory()).isZero();

        store.outbox()
                .pending(new StreamKey.Review(old.id()))
                .forEach(message -> store.outbox().markDelivered(message, Optional.empty()));
        sweepAfter(LONG_AGO.plusMinutes(1));
        assertThat(inHistory()).isEqualTo(1);
    }

    @Test
    void a_closed_row_that_cannot_be_read_is_moved_as_it_is() {
        openAndClose(old);
        rawSql.execute("update rescue_requests set body = '{\"is\":\"of a newer release\"}'");
        sweepAfter(LONG_AGO);
        assertThat(rawSql.countRows("rescue_request_history where body like '%newer release%'"))
                .isEqualTo(1);
    }
}
