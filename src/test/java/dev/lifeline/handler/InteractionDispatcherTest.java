package dev.lifeline.handler;

import static dev.lifeline.handler.HandlerFixture.CHIARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccessChange;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failing handler always leaves a reply to the user. */
class InteractionDispatcherTest extends HandlerTestBase {

    @Test
    void P2_a_java_error_is_answered_with_the_interaction_id() {
        fixture.onUserLookup(() -> {
            fixture.onUserLookup(() -> {});
            throw new NoClassDefFoundError("gone");
        });

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA", "press0");
    }

    @Test
    void P2_a_click_that_slack_delivers_late_does_nothing_and_is_answered_with_the_times() {
        String offer = fixture.addPendingChange(
                        CHIARA, HandlerFixture.DARIO, AccessChange.Direction.GRANT, HandlerFixture.RELOAD_PERMISSION)
                .value();
        Duration late = Interaction.MAX_DELIVERY_DELAY.plusMillis(1);

        assertThat(fixture.clickDelivered(CHIARA, Action.GRANT, offer, late))
                .contains("U0CHIARA", "Things may have changed since", "do it again");
        assertThat(fixture.auditEntries).singleElement().asString().contains("delivered-late");
    }

    @Test
    void a_click_that_slack_delivers_with_its_last_retry_counts() {
        String offer = fixture.addPendingChange(
                        CHIARA, HandlerFixture.DARIO, AccessChange.Direction.GRANT, HandlerFixture.RELOAD_PERMISSION)
                .value();

        assertThat(fixture.clickDelivered(CHIARA, Action.GRANT, offer, Interaction.MAX_DELIVERY_DELAY))
                .doesNotContain("Things may have changed since");
    }

    @Test
    void P2_a_failed_user_lookup_is_reported_to_the_user() {
        fixture.onUserLookup(() -> {
            throw new IllegalStateException("a fault of the bot");
        });

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA", "press0");
    }

    @Test
    void P2_who_acts_on_a_record_of_a_newer_release_is_told_to_have_the_replica_updated() {
        fixture.onUserLookup(() -> {
            fixture.onUserLookup(() -> {});
            throw new UnreadableRecordException("rescue request", "request0001", new IllegalStateException());
        });

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer"))
                .contains("U0CHIARA", "newer release", "update this replica", "press0");
    }

    @Test
    void P2_what_was_decided_and_cannot_be_written_is_not_silence() {
        fixture.failingAuditWrites(1);

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA", "press0");
        assertThat(fixture.auditEntries).hasSize(1);
    }

    /** The languages of the caller and of the other user are read from Slack; the adapter refuses that in a transaction. */
    @Test
    void nobody_is_asked_for_a_language_inside_a_transaction() {
        String offer = fixture.addPendingChange(
                        CHIARA, HandlerFixture.DARIO, AccessChange.Direction.GRANT, HandlerFixture.RELOAD_PERMISSION)
                .value();
        fixture.failingAuditWrites(1);

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA");
        assertThat(fixture.click(CHIARA, Action.GRANT, offer)).contains("U0DARIO");
        assertThat(fixture.lookupsInTransaction()).isEmpty();
    }

    @Test
    void nobody_who_is_linked_is_asked_for_a_language_inside_a_transaction() {
        String replies = fixture.click(
                CHIARA, Action.ASSIGN_LINK, "U0FARID/" + HandlerFixture.cloudUserId(HandlerFixture.DARIO));

        assertThat(replies).contains("U0FARID", "U0DARIO");
        assertThat(fixture.lookupsInTransaction()).isEmpty();
    }

    @Test
    void an_interaction_that_another_replica_took_over_is_answered_once() {
        fixture.onUserLookup(() -> {
            fixture.onUserLookup(() -> {});
            fixture.takeOver("press0");
        });

        assertThat(fixture.click(CHIARA, Action.GRANT, "offer")).containsOnlyOnce("U0CHIARA");
        assertThat(fixture.auditEntries).hasSize(1);
    }

    private static final String OF_A_NEWER_RELEASE = "{\"id\":\"press0\",\"user\":{\"value\":\"U0CHIARA\"},"
            + "\"channel\":{\"value\":\"C0INCIDENT42\"},\"payload\":{\"is\":\"Gesture\",\"hand\":\"left\"},"
            + "\"receivedAt\":\"2026-11-22T12:00:00Z\"}";

    @Test
    void P2_an_interaction_that_nobody_can_read_is_given_up_after_a_quarter_of_an_hour_and_its_sender_told() {
        assertThatThrownBy(() -> fixture.processDamaged("press0", OF_A_NEWER_RELEASE))
                .isInstanceOf(UnreadableRecordException.class);
        assertThat(fixture.store.inbox().pending()).containsExactly("press0");

        fixture.clock.advance(UnreadableInteractions.MAX_AGE.plusMillis(1));
        assertThat(fixture.processDamaged("press0", OF_A_NEWER_RELEASE))
                .contains("U0CHIARA", "could not be read", "do it again", "press0");
        assertThat(fixture.store.inbox().pending()).isEmpty();
        assertThat(fixture.store.unreadableRows()).isEqualTo(1);
        assertThat(fixture.auditEntries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("U0CHIARA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"user\":{\"value\":\"no id\"},\"channel\":{\"value\":\"C1\"}}"})
    void P8_an_interaction_of_which_nothing_can_be_read_is_given_up_on_the_record(String body) {
        assertThatThrownBy(() -> fixture.processDamaged("press0", body)).isInstanceOf(UnreadableRecordException.class);

        fixture.clock.advance(UnreadableInteractions.MAX_AGE.plusMillis(1));
        assertThat(fixture.processDamaged("press0", body)).isEmpty();
        assertThat(fixture.store.inbox().pending()).isEmpty();
        assertThat(fixture.auditEntries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("interaction", "press0"));
    }

    @Test
    void P2_where_nothing_at_all_can_be_written_it_is_tried_again_later() {
        fixture.failingAuditWrites(2);

        assertThatThrownBy(() -> fixture.click(CHIARA, Action.GRANT, "offer"))
                .hasMessage("the audit log is not writable");
        assertThat(fixture.click(CHIARA, Action.GRANT, "offer", Duration.ZERO, "press0"))
                .contains("U0CHIARA")
                .doesNotContain("press0");
    }
}
