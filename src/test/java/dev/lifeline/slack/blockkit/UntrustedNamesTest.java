package dev.lifeline.slack.blockkit;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.message.status.ThreadUpdates;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSummary;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by device names and provider notes that contain mentions or bidirectional control characters. */
class UntrustedNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U0ELENA>",
                "<!subteam^S1>",
                "<http://evil|web-07>",
                "a\u202Eb\u2066c",
                "x\u0007y"
            })
    void attack_mentions_and_turned_text_in_device_names_and_notes_stay_text(String hostileName) {
        StatusMessages statusMessages = StatusMessages.in(Locale.ENGLISH);
        ThreadUpdates threadUpdates = ThreadUpdates.in(Locale.ENGLISH);
        HistoryReplies historyReplies = HistoryReplies.in(Locale.ENGLISH);
        RescueRequest asked = requestFor(hostileName);
        RescueRequest waiting = ((TransitionResult.Applied) asked.confirm(
                        ASHA_REQUESTER,
                        new Confirmation(RescueSystem.AS_INSTALLED, hostileName, false),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON))
                .next();
        RescueSummary summary = new RescueSummary(waiting, List.of(), hostileName, Optional.of(Duration.ofMinutes(3)));
        Stream.of(
                        statusMessages.statusMessage(asked, NOON),
                        statusMessages.statusMessage(waiting, NOON),
                        threadUpdates.render(
                                waiting, new RescueEvent.TransactionStarted(hostileName, Optional.empty())),
                        threadUpdates.render(waiting, new RescueEvent.LaunchRejected(hostileName)),
                        threadUpdates.render(waiting, new RescueEvent.Denied(Fixtures.BRUNO, hostileName)),
                        historyReplies.forAllDevices(List.of(summary)),
                        historyReplies.timeline(waiting, List.of(hostileName)))
                .forEach(message -> assertPlainText(message, hostileName));
    }

    private static RescueRequest requestFor(String name) {
        Device device = Fixtures.guest(7, name, Family.LINUX, 8192);
        return RescueRequest.create(
                new RequestId("request00007"),
                Fixtures.plan(device, requiringApprovals(1)),
                NOON.plus(Duration.ofMinutes(10)));
    }

    /** Slack parses the text beside the blocks; in the blocks only an element of its own is a mention. */
    private static void assertPlainText(Message message, String hostileName) {
        BlockKit.RenderedMessage renderedMessage = BlockKit.render(message, "v1");
        assertThat(renderedMessage.text()).doesNotContain(hostileName);
        assertThat(renderedMessage.text() + renderedMessage.blocks())
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u0007]");
        assertThat(renderedMessage.blocks().findValuesAsText("user_id")).doesNotContain("U0ELENA");
        assertThat(renderedMessage.blocks().findValuesAsText("type")).doesNotContain("broadcast", "usergroup", "link");
    }
}
