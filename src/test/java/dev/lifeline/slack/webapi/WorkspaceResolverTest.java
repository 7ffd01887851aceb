package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceResolverTest {

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new LocalRateLimiter(clock), clock);
    private final WorkspaceResolver resolver = new WorkspaceResolver(api);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    @Test
    void a_token_that_is_revoked_while_it_is_checked_is_checked_again() {
        slack.beforeNextResponse("bots.info", resolver::invalidate);

        assertThat(resolver.identity().botUserId()).isEqualTo(StubSlack.BOT_USER_ID);
        assertThat(resolver.tokenInvalid()).isTrue();
        resolver.requireValidToken();

        assertThat(slack.calls("auth.test")).hasSize(2);
        assertThat(resolver.tokenInvalid()).isFalse();
    }
}
