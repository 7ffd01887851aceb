package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.INCIDENT;
import static dev.lifeline.contract.Samples.NOON;
import static dev.lifeline.contract.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.command.Ask;
import dev.lifeline.command.Inbox;
import dev.lifeline.message.Window;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does everybody rely on who keeps what was asked? */
public abstract class InboxContract {

    protected abstract Inbox inbox();

    @Test
    void what_was_asked_is_found_as_it_was() {
        Ask pressed = new Ask(
                "press-1",
                ASHA.person(),
                INCIDENT,
                new Ask.What.Pressed("rescue.confirm", "abcdefgh1"),
                Optional.empty(),
                NOON);
        assertThat(inbox().put(typed("type-1"))).isTrue();
        assertThat(inbox().put(pressed)).isTrue();
        assertThat(inbox().find("type-1")).contains(typed("type-1"));
        assertThat(inbox().find("press-1")).contains(pressed);
    }

    @Test
    void a_press_is_found_with_the_window_that_waits_for_its_answer() {
        for (Optional<Window> window : List.of(Optional.of(new Window("V1", "1.abc")), Optional.<Window>empty())) {
            Ask pressed = new Ask(
                    "reveal-" + window.isPresent(),
                    ASHA.person(),
                    INCIDENT,
                    new Ask.What.PressedForWindow("rescue.reveal-password", "abcdefgh1", window),
                    Optional.empty(),
                    NOON);
            inbox().put(pressed);
            assertThat(inbox().find(pressed.id())).contains(pressed);
        }
    }

    @Test
    void a_delivery_that_comes_twice_counts_once() {
        assertThat(inbox().put(typed("twice"))).isTrue();
        assertThat(inbox().put(typed("twice"))).isFalse();
        assertThat(inbox().unanswered()).containsExactly("twice");
    }

    @Test
    void what_is_answered_is_not_found_any_more() {
        inbox().put(typed("done"));
        inbox().answered("done");
        assertThat(inbox().find("done")).isEmpty();
        assertThat(inbox().unanswered()).isEmpty();
    }

    @Test
    void a_delivery_that_comes_again_after_its_answer_is_not_new() {
        inbox().put(typed("late"));
        inbox().answered("late");
        assertThat(inbox().put(typed("late"))).isFalse();
        assertThat(inbox().find("late")).isEmpty();
    }

    @Test
    void what_many_ask_at_once_is_all_kept() {
        List<Boolean> fresh = AtOnce.all(60, number -> inbox().put(typed("many-" + number)));
        assertThat(fresh).containsOnly(true);
        assertThat(inbox().unanswered()).hasSize(60);
    }

    @Test
    void of_many_deliveries_of_one_ask_at_once_one_is_new() {
        List<Boolean> fresh = AtOnce.all(40, number -> inbox().put(typed("same")));
        assertThat(Collections.frequency(fresh, true)).isEqualTo(1);
        assertThat(inbox().unanswered()).containsExactly("same");
    }
}
