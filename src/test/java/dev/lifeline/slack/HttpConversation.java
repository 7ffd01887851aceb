package dev.lifeline.slack;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A door in HTTP mode, and a Slack that answers as the test says. */
abstract class HttpConversation {

    final StubSlack slack = new StubSlack();
    final SettableClock clock = new SettableClock();
    final RecordingInbox inbox = new RecordingInbox();
    final SlackAccount account = new SlackAccount(
            StubSlack.BOT_TOKEN,
            Optional.empty(),
            Optional.of(StubSlack.SECRET),
            slack.account().apiUrl());
    final SlackDoor door =
            new SlackDoor(account, LoneShelves.of(inbox, new ListedOutbox(), clock), (letter, reason) -> {}, clock);

    @AfterEach
    void close() {
        door.close();
        slack.close();
    }
}
