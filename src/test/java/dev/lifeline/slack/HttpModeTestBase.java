package dev.lifeline.slack;

import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.RecordingInbox;
import dev.lifeline.testkit.SettableClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A Slack adapter in HTTP mode, and a scripted Slack. */
public abstract class HttpModeTestBase {

    public final StubSlack slack = new StubSlack();
    public final SettableClock clock = new SettableClock();
    public final RecordingInbox inbox = new RecordingInbox();
    public final SlackClientConfig account = new SlackClientConfig(
            StubSlack.BOT_TOKEN,
            Optional.empty(),
            Optional.of(StubSlack.SIGNING_SECRET),
            slack.account().apiUrl());
    public final SlackFixture adapter = SlackFixture.receiving(account, inbox, clock);

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }
}
