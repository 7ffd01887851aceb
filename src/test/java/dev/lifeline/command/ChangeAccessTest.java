package dev.lifeline.command;

import static dev.lifeline.command.Counter.BRUNO;
import static dev.lifeline.command.Counter.CHIARA;
import static dev.lifeline.command.Counter.DARIO;
import static dev.lifeline.command.Counter.OWNER;
import static dev.lifeline.command.Counter.RELOAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Change.Way;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.GrantOutcome.Because;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.message.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a press on Grant or Revoke may do, whatever comes with it, and what is said and recorded of it. */
class ChangeAccessTest extends AtTheCounter {

    @Test
    void a_grant_is_ordered_once_recorded_before_and_after_and_told_to_both_alone() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);

        assertThat(counter.presses(CHIARA, Action.GRANT, offer.value())).isEqualTo("""
                        U0CHIARA: @U0DARIO has OS Reloads and Rescue Kernel now.
                        U0DARIO: @U0CHIARA granted you OS Reloads and Rescue Kernel.""");
        assertThat(counter.ordered).hasSize(1);
        assertThat(counter.record).extracting(AuditEntry::what).containsExactly("grant-ordered", "grant-seen");
        assertThat(counter.record.get(0).details()).containsEntry("before", "has it not");
        assertThat(counter.record.get(1).details())
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
        assertThat(counter.presses(BRUNO, Action.GRANT, forged)).contains("was not made for you");
        assertThat(counter.ordered).isEmpty();
        assertThat(counter.record).extracting(AuditEntry::what).containsExactly("refused-access");
    }

    @Test
    void P9_the_value_of_somebody_elses_button_is_nothing() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);

        assertThat(counter.presses(BRUNO, Action.GRANT, offer.value())).contains("was not made for you");
        assertThat(counter.presses(DARIO, Action.GRANT, offer.value())).contains("was not made for you");
        assertThat(counter.ordered).isEmpty();
    }

    @Test
    void P9_the_value_of_one_button_on_the_other_is_nothing() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);

        assertThat(counter.presses(CHIARA, Action.REVOKE, offer.value())).contains("was not made for you");
        assertThat(counter.ordered).isEmpty();
    }

    @Test
    void a_button_is_over_after_a_while() {
        String offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD).value();

        assertThat(counter.presses(CHIARA, Action.GRANT, offer, Duration.ofMinutes(11), "late"))
                .contains("too old. Nothing was changed");
        assertThat(counter.ordered).isEmpty();
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
        OfferId offer = counter.offered(new SlackUserId(who), new SlackUserId(whom), Way.REVOKE, RELOAD);

        assertThat(counter.presses(new SlackUserId(who), Action.REVOKE, offer.value()))
                .contains(because);
        assertThat(counter.ordered).isEmpty();
        assertThat(counter.record).extracting(AuditEntry::what).containsExactly("refused-revoke");
    }

    @Test
    void nobody_is_made_a_manager_from_here() {
        Right manage = new Right.ToDo(Permission.USER_MANAGE);
        OfferId offer = counter.offered(OWNER, DARIO, Way.GRANT, manage);

        assertThat(counter.presses(OWNER, Action.GRANT, offer.value())).contains("at the provider's portal only");
        assertThat(counter.ordered).isEmpty();
    }

    @Test
    void P4_with_the_provider_away_nothing_is_ordered() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);
        counter.account.away();

        assertThat(counter.presses(CHIARA, Action.GRANT, offer.value())).contains("cannot be checked just now");
        assertThat(counter.ordered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Because.class)
    void whatever_the_provider_has_against_it_is_said_in_plain_words(Because because) {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);
        counter.answers(new GrantOutcome.TurnedAway(because, "HTTP 500"), false);

        assertThat(counter.presses(CHIARA, Action.GRANT, offer.value()))
                .contains("The provider refused")
                .contains("does not have OS Reloads and Rescue Kernel so far")
                .doesNotContain("U0DARIO:");
        assertThat(counter.record).extracting(AuditEntry::what).containsExactly("grant-ordered", "grant-not-seen");
    }

    @Test
    void P3_a_lost_answer_is_said_as_what_is_seen() {
        OfferId done = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);
        counter.answers(new GrantOutcome.Unconfirmed("reset"), true);
        assertThat(counter.presses(CHIARA, Action.GRANT, done.value())).contains("has OS Reloads");

        OfferId open = counter.offered(CHIARA, DARIO, Way.REVOKE, RELOAD);
        counter.answers(new GrantOutcome.Unconfirmed("reset"), false);
        assertThat(counter.presses(CHIARA, Action.REVOKE, open.value()))
                .contains("the answer was lost. It is not sent again. @U0DARIO still has");
    }

    @Test
    void P7_a_press_that_is_thought_about_again_after_a_crash_orders_nothing_twice() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);
        counter.store.offers().take(offer, "the-press");

        assertThat(counter.presses(CHIARA, Action.GRANT, offer.value(), Duration.ZERO, "the-press"))
                .contains("the answer was lost. It is not sent again");
        assertThat(counter.ordered).isEmpty();
    }

    @Test
    void P1_another_press_on_the_same_button_orders_nothing() {
        OfferId offer = counter.offered(CHIARA, DARIO, Way.GRANT, RELOAD);
        counter.presses(CHIARA, Action.GRANT, offer.value());

        assertThat(counter.presses(CHIARA, Action.GRANT, offer.value())).contains("is not done twice");
        assertThat(counter.ordered).hasSize(1);
    }
}
