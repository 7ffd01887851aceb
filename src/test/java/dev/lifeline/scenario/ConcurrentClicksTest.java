package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.ConcurrentClicks;
import dev.lifeline.testkit.HttpModeExtension;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty concurrent clicks: one outcome, at most one launch, and a reply to each (promises P1 and P2). */
@ExtendWith(HttpModeExtension.class)
class ConcurrentClicksTest {

    private static final String ONE_APPROVAL_POLICY = "{otherwise: permission, rules: [{name: web, approvals: 1}]}";

    @Test
    void P1_P2_fifty_clicks_at_once_have_one_outcome_and_an_answer_each()
            throws InterruptedException, ExecutionException {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            botEnvironment
                    .user("asha")
                    .type("/rescue web-07")
                    .waitForText("Boot web-07.example.com into the rescue kernel?");
            ConcurrentClicks concurrentClicks =
                    new ConcurrentClicks("jdbc:sqlite:" + botEnvironment.database(), botEnvironment::forgedPayloads);

            concurrentClicks.clickConcurrently();

            assertThat(botEnvironment.providerCommandCount()).isLessThanOrEqualTo(1);
            concurrentClicks.assertOneOutcome();
            assertThat(botEnvironment.providerCalls("executeRescueLayer"))
                    .isLessThanOrEqualTo(concurrentClicks.countInAuditLog("approved"));
        }
    }
}
