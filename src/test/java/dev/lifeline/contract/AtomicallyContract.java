package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.WEB_07;
import static dev.lifeline.contract.Samples.asked;
import static dev.lifeline.contract.Samples.confirmed;
import static dev.lifeline.contract.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.Links;
import dev.lifeline.command.Inbox;
import dev.lifeline.rescue.Atomically;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.RescueRequests;
import org.junit.jupiter.api.Test;

/** What does everybody rely on who writes several things as one? */
public abstract class AtomicallyContract {

    protected abstract Atomically atomically();

    protected abstract RescueRequests requests();

    protected abstract Links links();

    protected abstract Inbox inbox();

    @Test
    void all_is_written_when_nothing_is_thrown() {
        atomically().run(() -> {
            requests().open(asked("request001", WEB_07));
            links().keep(Samples.LINK);
        });
        assertThat(requests().open()).hasSize(1);
        assertThat(links().of(ASHA.person())).isPresent();
    }

    @Test
    void nothing_is_written_when_something_is_thrown() {
        assertThatThrownBy(() -> atomically().run(() -> {
                    requests().open(asked("request001", WEB_07));
                    inbox().put(typed("ask"));
                    links().keep(Samples.LINK);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("on purpose");
        assertThat(requests().open()).isEmpty();
        assertThat(inbox().unanswered()).isEmpty();
        assertThat(links().of(ASHA.person())).isEmpty();
    }

    @Test
    void what_was_written_is_seen_by_who_wrote_it() {
        atomically().run(() -> {
            links().keep(Samples.LINK);
            assertThat(links().of(ASHA.person())).contains(Samples.LINK);
        });
    }

    @Test
    void a_call_within_a_call_joins_it() {
        assertThatThrownBy(() -> atomically().run(() -> {
                    atomically().run(() -> links().keep(Samples.LINK));
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(links().of(ASHA.person())).isEmpty();
    }

    @Test
    void a_lost_race_takes_everything_with_it() {
        var request = asked("request001", WEB_07);
        requests().open(request);
        requests().save(confirmed(request));
        assertThatThrownBy(() -> atomically().run(() -> {
                    links().keep(Samples.LINK);
                    requests().save(confirmed(request));
                }))
                .isInstanceOf(LostRace.class);
        assertThat(links().of(ASHA.person())).isEmpty();
    }

    @Test
    void a_part_that_failed_takes_the_whole_with_it_even_when_its_caller_goes_on() {
        var request = asked("request001", WEB_07);
        assertThatThrownBy(() -> atomically().run(() -> {
                    links().keep(Samples.LINK);
                    assertThatThrownBy(() -> requests().save(confirmed(request)))
                            .isInstanceOf(LostRace.class);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(links().of(ASHA.person())).isEmpty();
    }
}
