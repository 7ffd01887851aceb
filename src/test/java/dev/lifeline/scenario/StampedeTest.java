package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.OverHttp;
import dev.lifeline.testkit.Stampede;
import dev.lifeline.testkit.World;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P1, P2: fifty clicks at once have one outcome, one launch or none, and an answer each. */
@ExtendWith(OverHttp.class)
class StampedeTest {

    private static final String ONE = "rules: [{name: web, approvals: 1}]";

    @Test
    void P1_P2_fifty_clicks_at_once_have_one_outcome_and_an_answer_each()
            throws InterruptedException, ExecutionException {
        try (World world = World.under(ONE)) {
            world.person("asha").types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            Stampede stampede = new Stampede("jdbc:sqlite:" + world.database(), world::forging);

            stampede.clicks();

            assertThat(world.orders()).isLessThanOrEqualTo(1);
            assertThat(stampede.onRecord("approved") + stampede.onRecord("denied") + stampede.onRecord("cancelled"))
                    .as("one outcome")
                    .isEqualTo(1);
            assertThat(world.calls("executeRescueLayer")).isLessThanOrEqualTo(stampede.onRecord("approved"));
        }
    }
}
