package dev.lifeline.handler;

import static dev.lifeline.handler.HandlerFixture.BRUNO;
import static dev.lifeline.handler.HandlerFixture.CHIARA;
import static dev.lifeline.handler.HandlerFixture.DARIO;
import static dev.lifeline.handler.HandlerFixture.OWNER;
import static dev.lifeline.handler.HandlerFixture.RELOAD_PERMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccessChangeResult.RejectionReason;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.message.model.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a press on Grant or Revoke may do, whatever comes with it, and what is said and recorded of it. */
class ChangeAccessHandlerTest extends HandlerTestBase {

    @Test
    void a_grant_is_ordered_once_recorded_before_and_after_and_told_to_both_alone() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(CHIARA, Action.GRANT, offer.value())).isEqualTo("""
                        U0CHIARA: @U0DARIO has OS Reloads and Rescue Kernel now.
                        U0DARIO: @U0CHIARA granted you OS Reloads and Rescue Kernel.""");
        assertThat(fixture.requestedChanges).hasSize(1);
        assertThat(fixture.auditEntries).extracting(AuditEntry::event).containsExactly("grant-ordered", "grant-seen");
        assertThat(fixture.auditEntries.get(0).details()).containsEntry("before", "has it not");
        assertThat(fixture.auditEntries.get(1).details())
                .containsEntry("after", "has it")
                .containsEntry("userId", "4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody-offered-this",
                "'; drop table offers; --",
                "4",
                "{\"user\":4}",
                "\u202e\u0000",
                "../x"
            })
    void P9_a_forged_value_is_nothing(String forged) {
        assertThat(fixture.click(BRUNO, Action.GRANT, forged)).contains("was not made for you");
        assertThat(fixture.requestedChanges).isEmpty();
        assertThat(fixture.auditEntries).extracting(AuditEntry::event).containsExactly("refused-access");
    }

    @Test
    void P9_the_value_of_somebody_elses_button_is_nothing() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(BRUNO, Action.GRANT, offer.value())).contains("was not made for you");
        assertThat(fixture.click(DARIO, Action.GRANT, offer.value())).contains("was not made for you");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P9_the_value_of_one_button_on_the_other_is_nothing() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(CHIARA, Action.REVOKE, offer.value())).contains("was not made for you");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void a_button_is_over_after_a_while() {
        String offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION)
                .value();

        assertThat(fixture.click(CHIARA, Action.GRANT, offer, Duration.ofMinutes(11), "late"))
                .contains("too old. Nothing was changed");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    /** As if the offer had been written down by a bot that did not know the rules: they are asked again at the press. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U0BRUNO | U0DARIO | is not below you on the account",
                "U0CHIARA | U0CHIARA | Nobody changes their own access",
                "U0CHIARA | U0ELENA | is the account's owner or counts as such",
                "U0ELENA | U0ELENA | Nobody changes their own access",
                "U0DARIO | U0CHIARA | lacks the permission Manage Users",
                "U0DARIO | U0DARIO | lacks the permission Manage Users"
            })
    void P4_whatever_was_offered_the_rules_decide_at_the_press(String who, String whom, String because) {
        PendingAccessChangeId offer = fixture.addPendingChange(
                new SlackUserId(who), new SlackUserId(whom), Direction.REVOKE, RELOAD_PERMISSION);

        assertThat(fixture.click(new SlackUserId(who), Action.REVOKE, offer.value()))
                .contains(because);
        assertThat(fixture.requestedChanges).isEmpty();
        assertThat(fixture.auditEntries).extracting(AuditEntry::event).containsExactly("refused-revoke");
    }

    @Test
    void P4_one_decision_reads_whoever_decides_once() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, BRUNO, Direction.REVOKE, RELOAD_PERMISSION);

        fixture.click(CHIARA, Action.REVOKE, offer.value());

        assertThat(fixture.cloudUsers.reads()).containsOnlyOnce(HandlerFixture.cloudUserId(CHIARA));
    }

    @Test
    void nobody_is_made_a_manager_from_here() {
        Entitlement manage = new Entitlement.PermissionEntitlement(Permission.USER_MANAGE);
        PendingAccessChangeId offer = fixture.addPendingChange(OWNER, DARIO, Direction.GRANT, manage);

        assertThat(fixture.click(OWNER, Action.GRANT, offer.value())).contains("at the provider's portal only");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P4_with_the_provider_away_nothing_is_ordered() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.cloudUsers.unavailable();

        assertThat(fixture.click(CHIARA, Action.GRANT, offer.value())).contains("cannot be checked just now");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void whatever_the_provider_has_against_it_is_said_in_plain_words(RejectionReason rejectionReason) {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Rejected(rejectionReason, "HTTP 500"), false);

        assertThat(fixture.click(CHIARA, Action.GRANT, offer.value()))
                .contains("The provider refused")
                .contains("does not have OS Reloads and Rescue Kernel so far")
                .doesNotContain("U0DARIO:");
        assertThat(fixture.auditEntries)
                .extracting(AuditEntry::event)
                .containsExactly("grant-ordered", "grant-not-seen");
    }

    @Test
    void P3_a_lost_answer_is_said_as_what_is_seen() {
        PendingAccessChangeId done = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Unconfirmed("reset"), true);
        assertThat(fixture.click(CHIARA, Action.GRANT, done.value())).contains("has OS Reloads");

        PendingAccessChangeId open = fixture.addPendingChange(CHIARA, DARIO, Direction.REVOKE, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Unconfirmed("reset"), false);
        assertThat(fixture.click(CHIARA, Action.REVOKE, open.value()))
                .contains("the answer was lost. It is not sent again. @U0DARIO still has");
    }

    @Test
    void P7_a_press_that_is_thought_about_again_after_a_crash_orders_nothing_twice() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.store.pendingAccessChanges().claim(offer, "the-press");

        assertThat(fixture.click(CHIARA, Action.GRANT, offer.value(), Duration.ZERO, "the-press"))
                .contains("the answer was lost. It is not sent again");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P1_another_press_on_the_same_button_orders_nothing() {
        PendingAccessChangeId offer = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.click(CHIARA, Action.GRANT, offer.value());

        assertThat(fixture.click(CHIARA, Action.GRANT, offer.value())).contains("is not done twice");
        assertThat(fixture.requestedChanges).hasSize(1);
    }
}
