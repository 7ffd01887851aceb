package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.confirmed;
import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.device.AccountName;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.transport.OutsideCalls;
import org.junit.jupiter.api.Test;

/** Contract of the runner of database transactions. */
public abstract class TransactionRunnerContract {

    protected abstract TransactionRunner transactions();

    protected abstract RescueRequests requests();

    protected abstract AccountLinks accountLinks();

    protected abstract Inbox inbox();

    @Test
    void all_is_written_when_nothing_is_thrown() {
        transactions().run(() -> {
            requests().open(awaitingConfirmation("request001", WEB_07));
            accountLinks().save(Samples.LINK);
        });
        assertThat(requests().findOpen()).hasSize(1);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isPresent();
    }

    @Test
    void nothing_is_written_when_something_is_thrown() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    requests().open(awaitingConfirmation("request001", WEB_07));
                    inbox().add(slashCommand("interaction"));
                    accountLinks().save(Samples.LINK);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("on purpose");
        assertThat(requests().findOpen()).isEmpty();
        assertThat(inbox().pending()).isEmpty();
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isEmpty();
    }

    @Test
    void whoever_calls_outside_inside_a_transaction_is_refused_also_after_a_nested_one() {
        OutsideCalls.check("before");
        transactions().run(() -> {
            assertThatThrownBy(() -> OutsideCalls.check("users.info")).isInstanceOf(IllegalStateException.class);
            transactions().run(() -> accountLinks().save(Samples.LINK));
            assertThatThrownBy(() -> OutsideCalls.check("users.info")).isInstanceOf(IllegalStateException.class);
        });
        OutsideCalls.check("after");
    }

    @Test
    void what_was_written_is_seen_by_who_wrote_it() {
        transactions().run(() -> {
            accountLinks().save(Samples.LINK);
            assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                    .contains(Samples.LINK);
        });
    }

    @Test
    void a_call_within_a_call_joins_it() {
        assertThatThrownBy(() -> transactions().run(() -> {
                    transactions().run(() -> accountLinks().save(Samples.LINK));
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isEmpty();
    }

    @Test
    void a_lost_race_takes_everything_with_it() {
        var request = awaitingConfirmation("request001", WEB_07);
        requests().open(request);
        requests().save(confirmed(request));
        assertThatThrownBy(() -> transactions().run(() -> {
                    accountLinks().save(Samples.LINK);
                    requests().save(confirmed(request));
                }))
                .isInstanceOf(StaleRequestException.class);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isEmpty();
    }

    @Test
    void a_part_that_failed_takes_the_whole_with_it_even_when_its_caller_goes_on() {
        var request = awaitingConfirmation("request001", WEB_07);
        assertThatThrownBy(() -> transactions().run(() -> {
                    accountLinks().save(Samples.LINK);
                    assertThatThrownBy(() -> requests().save(confirmed(request)))
                            .isInstanceOf(StaleRequestException.class);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(accountLinks().find(ASHA_REQUESTER.slackUserId(), AccountName.MAIN))
                .isEmpty();
    }
}
