package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.EncryptedTokens;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.port.Installation.Workspace;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.slack.port.OAuthStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of the store of installations, and of those under way; its clock stands at {@code NOON}. */
public abstract class InstallationsContract {

    private static final EncryptedTokens FIRST = new EncryptedTokens("key-1", "c2VhbGVk");
    private static final EncryptedTokens SECOND = new EncryptedTokens("key-2", "YWdhaW4=");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final Instant SOON = NOON.plusSeconds(60);

    protected abstract Installations installations();

    protected abstract OAuthStates states();

    private static Installation installation(String teamId) {
        return new Installation(
                new Workspace(teamId, "Partner", Optional.of("E0GRID"), "A0LIFELINE", "U0LIFELINE"),
                Set.of("chat:write", "commands"),
                Optional.of(FIRST),
                Optional.of(MIDNIGHT),
                State.INSTALLED,
                1);
    }

    private Installation saved(String teamId) {
        installations().save(installation(teamId));
        return find(teamId);
    }

    private Installation find(String teamId) {
        return installations().find(teamId).orElseThrow();
    }

    @Test
    void what_was_saved_is_found_by_its_team() {
        Installation lasting = new Installation(
                new Workspace("T0THIRD", "Third", Optional.empty(), "A0LIFELINE", "U0BOT"),
                Set.of(),
                Optional.of(SECOND),
                Optional.empty(),
                State.INSTALLED,
                1);
        installations().save(installation("T0SECOND"));
        installations().save(lasting);

        assertThat(installations().find("T0SECOND")).contains(installation("T0SECOND"));
        assertThat(installations().find("T0OTHER")).isEmpty();
        assertThat(installations().findAll()).containsExactly(installation("T0SECOND"), lasting);
    }

    @Test
    void tokens_are_replaced_once_for_each_version() {
        Installation found = saved("T0SECOND");

        assertThat(installations().replaceTokens(found, SECOND, Optional.of(MIDNIGHT)))
                .isTrue();
        assertThat(installations().replaceTokens(found, FIRST, Optional.empty()))
                .isFalse();

        assertThat(find("T0SECOND").tokens()).contains(SECOND);
        assertThat(find("T0SECOND").version()).isEqualTo(found.version() + 1);
    }

    @Test
    void of_many_who_would_renew_one_may() {
        Installation found = saved("T0SECOND");

        List<Boolean> claims = ConcurrentRunner.runAll(8, () -> installations().claimRenewal(found, SOON));

        assertThat(claims).containsOnlyOnce(true);
    }

    @Test
    void a_claim_ends_with_its_time_and_with_the_renewal() {
        Installation found = saved("T0SECOND");

        assertThat(installations().claimRenewal(found, NOON)).isTrue();
        assertThat(installations().claimRenewal(found, SOON))
                .as("the first is over")
                .isTrue();
        assertThat(installations().claimRenewal(found, SOON)).isFalse();
        installations().replaceTokens(found, SECOND, Optional.of(MIDNIGHT));
        assertThat(installations().claimRenewal(found, SOON))
                .as("of an old version")
                .isFalse();
        assertThat(installations().claimRenewal(find("T0SECOND"), SOON)).isTrue();
    }

    @Test
    void P6_an_installation_that_ended_keeps_no_token() {
        Installation found = saved("T0SECOND");

        assertThat(installations().end(found, State.UNINSTALLED)).isTrue();

        Installation ended = find("T0SECOND");
        assertThat(ended.state()).isEqualTo(State.UNINSTALLED);
        assertThat(ended.isActive()).isFalse();
        assertThat(ended.tokens()).isEmpty();
        assertThat(installations().end(found, State.REVOKED)).isFalse();
    }

    @Test
    void a_new_installation_outlives_what_was_found_of_the_earlier_one() {
        Installation found = saved("T0SECOND");
        installations().end(found, State.REVOKED);
        Installation again = saved("T0SECOND");

        assertThat(again.isActive()).isTrue();
        assertThat(installations().end(found, State.UNINSTALLED)).isFalse();
        assertThat(find("T0SECOND").isActive()).isTrue();
    }

    @Test
    void a_state_is_used_up_by_the_browser_that_began() {
        assertThat(states().add("state-1", "browser-1", SOON)).isTrue();

        assertThat(states().consume("state-1", "browser-2")).isFalse();
        assertThat(states().consume("state-2", "browser-1")).isFalse();
        assertThat(states().consume("state-1", "browser-1")).isTrue();
        assertThat(states().consume("state-1", "browser-1")).as("a copy").isFalse();
    }

    @Test
    void a_state_expires() {
        states().add("state-1", "browser-1", NOON);

        assertThat(states().consume("state-1", "browser-1")).isFalse();
    }

    @Test
    void of_one_state_one_copy_is_used() {
        states().add("state-1", "browser-1", SOON);

        List<Boolean> uses = ConcurrentRunner.runAll(8, () -> states().consume("state-1", "browser-1"));

        assertThat(uses).containsOnlyOnce(true);
    }
}
