package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.handler.inbox.AlreadyProcessedException;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.port.ModalRef;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of the inbox. */
public abstract class InboxContract {

    protected abstract Inbox inbox();

    @Test
    void an_interaction_is_read_as_it_was_stored() {
        Interaction click = new Interaction(
                "press-1",
                ASHA_REQUESTER.slackUserId(),
                INCIDENT_CHANNEL,
                new Interaction.Payload.ButtonClick("rescue.confirm", "abcdefgh1"),
                Optional.empty(),
                NOON);
        assertThat(inbox().add(slashCommand("type-1"))).isTrue();
        assertThat(inbox().add(click)).isTrue();
        assertThat(inbox().find("type-1")).contains(slashCommand("type-1"));
        assertThat(inbox().find("press-1")).contains(click);
    }

    @Test
    void a_click_is_read_with_the_modal_that_waits_for_its_reply() {
        for (Optional<ModalRef> modalRef :
                List.of(Optional.of(new ModalRef("V1", "1.abc")), Optional.<ModalRef>empty())) {
            Interaction click = new Interaction(
                    "reveal-" + modalRef.isPresent(),
                    ASHA_REQUESTER.slackUserId(),
                    INCIDENT_CHANNEL,
                    new Interaction.Payload.ButtonClickWithModal("rescue.reveal-password", "abcdefgh1", modalRef),
                    Optional.empty(),
                    NOON);
            inbox().add(click);
            assertThat(inbox().find(click.id())).contains(click);
        }
    }

    @Test
    void a_delivery_that_comes_twice_counts_once() {
        assertThat(inbox().add(slashCommand("twice"))).isTrue();
        assertThat(inbox().add(slashCommand("twice"))).isFalse();
        assertThat(inbox().pending()).containsExactly("twice");
    }

    @Test
    void what_is_answered_is_not_found_any_more() {
        inbox().add(slashCommand("done"));
        inbox().markProcessed("done");
        assertThat(inbox().find("done")).isEmpty();
        assertThat(inbox().pending()).isEmpty();
    }

    @Test
    void what_is_answered_cannot_be_answered_again() {
        inbox().add(slashCommand("once"));
        inbox().markProcessed("once");
        assertThatThrownBy(() -> inbox().markProcessed("once")).isInstanceOf(AlreadyProcessedException.class);
    }

    @Test
    void a_delivery_that_comes_again_after_its_answer_is_not_new() {
        inbox().add(slashCommand("late"));
        inbox().markProcessed("late");
        assertThat(inbox().add(slashCommand("late"))).isFalse();
        assertThat(inbox().find("late")).isEmpty();
    }

    @Test
    void concurrent_interactions_are_all_stored() {
        List<Boolean> added = ConcurrentRunner.runAll(60, number -> inbox().add(slashCommand("many-" + number)));
        assertThat(added).containsOnly(true);
        assertThat(inbox().pending()).hasSize(60);
    }

    @Test
    void of_concurrent_deliveries_of_one_interaction_one_is_new() {
        List<Boolean> added = ConcurrentRunner.runAll(40, number -> inbox().add(slashCommand("same")));
        assertThat(Collections.frequency(added, true)).isEqualTo(1);
        assertThat(inbox().pending()).containsExactly("same");
    }
}
