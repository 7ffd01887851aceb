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

/** Clicks on Grant and Revoke: what they may do with any value, and what is replied and recorded. */
class ChangeAccessHandlerTest extends HandlerTestBase {

    @Test
    void a_grant_is_sent_once_audited_before_and_after_and_both_users_are_told_privately() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId.value())).isEqualTo("""
                        U0CHIARA: @U0DARIO has OS Reloads and Rescue Kernel now.
                        U0DARIO: @U0CHIARA granted you OS Reloads and Rescue Kernel.""");
        assertThat(fixture.requestedChanges).hasSize(1);
        assertThat(fixture.auditEntries)
                .extracting(AuditEntry::event)
                .containsExactly("grant-attempted", "grant-confirmed");
        assertThat(fixture.auditEntries.get(0).details()).containsEntry("before", "has it not");
        assertThat(fixture.auditEntries.get(1).details())
                .containsEntry("after", "has it")
                .containsEntry("cloud-user-id", "4");
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
        assertThat(fixture.auditEntries).extracting(AuditEntry::event).containsExactly("rejected-access");
    }

    @Test
    void P9_the_value_of_somebody_elses_button_is_nothing() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(BRUNO, Action.GRANT, changeId.value())).contains("was not made for you");
        assertThat(fixture.click(DARIO, Action.GRANT, changeId.value())).contains("was not made for you");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P9_the_value_of_one_button_on_the_other_is_nothing() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);

        assertThat(fixture.click(CHIARA, Action.REVOKE, changeId.value())).contains("was not made for you");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void a_button_is_over_after_a_while() {
        String changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION)
                .value();

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId, Duration.ofMinutes(11), "late"))
                .contains("too old. Nothing was changed");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    /** As if a bot without the rules had stored the change: they are checked again at the click. */
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
    void P4_whatever_is_pending_the_rules_decide_at_the_click(String clicker, String target, String expectedReason) {
        PendingAccessChangeId changeId = fixture.addPendingChange(
                new SlackUserId(clicker), new SlackUserId(target), Direction.REVOKE, RELOAD_PERMISSION);

        assertThat(fixture.click(new SlackUserId(clicker), Action.REVOKE, changeId.value()))
                .contains(expectedReason);
        assertThat(fixture.requestedChanges).isEmpty();
        assertThat(fixture.auditEntries).extracting(AuditEntry::event).containsExactly("rejected-revoke");
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
        PendingAccessChangeId changeId = fixture.addPendingChange(OWNER, DARIO, Direction.GRANT, manage);

        assertThat(fixture.click(OWNER, Action.GRANT, changeId.value())).contains("at the provider's portal only");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P4_with_the_provider_unavailable_nothing_is_sent() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.cloudUsers.unavailable();

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId.value())).contains("cannot be checked just now");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void each_rejection_of_the_provider_is_explained(RejectionReason rejectionReason) {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Rejected(rejectionReason, "HTTP 500"), false);

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId.value()))
                .contains("The provider refused")
                .contains("does not have OS Reloads and Rescue Kernel so far")
                .doesNotContain("U0DARIO:");
        assertThat(fixture.auditEntries)
                .extracting(AuditEntry::event)
                .containsExactly("grant-attempted", "grant-unconfirmed");
    }

    @Test
    void P3_a_lost_response_is_reported_by_what_is_read_afterwards() {
        PendingAccessChangeId appliedId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Unconfirmed("reset"), true);
        assertThat(fixture.click(CHIARA, Action.GRANT, appliedId.value())).contains("has OS Reloads");

        PendingAccessChangeId unconfirmedId =
                fixture.addPendingChange(CHIARA, DARIO, Direction.REVOKE, RELOAD_PERMISSION);
        fixture.respond(new AccessChangeResult.Unconfirmed("reset"), false);
        assertThat(fixture.click(CHIARA, Action.REVOKE, unconfirmedId.value()))
                .contains("no clear answer came. It is not sent again. @U0DARIO still has");
    }

    @Test
    void P7_a_click_that_is_processed_again_after_a_crash_sends_nothing_twice() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.store.pendingAccessChanges().claim(changeId, "the-press");

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId.value(), Duration.ZERO, "the-press"))
                .contains("no clear answer came. It is not sent again");
        assertThat(fixture.requestedChanges).isEmpty();
    }

    @Test
    void P1_another_click_on_the_same_button_sends_nothing() {
        PendingAccessChangeId changeId = fixture.addPendingChange(CHIARA, DARIO, Direction.GRANT, RELOAD_PERMISSION);
        fixture.click(CHIARA, Action.GRANT, changeId.value());

        assertThat(fixture.click(CHIARA, Action.GRANT, changeId.value())).contains("is not done twice");
        assertThat(fixture.requestedChanges).hasSize(1);
    }
}
