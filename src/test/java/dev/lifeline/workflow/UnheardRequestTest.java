package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.testkit.SettableClock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A message about a device that is watched reaches nobody: not the channel, not the requester, nobody above them. */
class UnheardRequestTest {

    private static final Message CARD = Message.of(new TextLine(List.of(new TextRun.Text("The card"))));

    private final SettableClock clock = new SettableClock();
    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final RecordingNotifier notifier = new RecordingNotifier(reply -> {});
    private final UndeliverableHandler handler = new UndeliverableHandler(
            requests,
            new TransitionRecorder(requests, notifier, Mockito.mock(AuditLog.class), Locale.ENGLISH, clock),
            new FallbackMessages(notifier, id -> Fixtures.slackMember(id, "nobody@example.com")),
            Mockito.mock(NextInLine.class),
            clock);

    @Test
    void P10_a_watched_device_of_which_nobody_heard_is_told_of_again() {
        Baseline baseline = Baseline.of(Fixtures.poweredOnStatus(), new ProbeResult.NoAnswer());
        RescueRequest opened = openedRequest();
        requests.open(opened);
        requests.save(opened.transitionTo(new Stage.InRescue(NOON, Evidence.PORT_OPEN, baseline, baseline))
                .next());

        reachesNobody(opened);

        assertThat(requests.find(opened.id()).orElseThrow().watch().unheardAt()).contains(clock.instant());
    }

    @Test
    void a_request_that_is_not_watched_is_not_told_of_again() {
        RescueRequest opened = openedRequest();
        requests.open(opened);

        reachesNobody(opened);

        assertThat(requests.find(opened.id())).contains(opened);
    }

    private void reachesNobody(RescueRequest request) {
        Content last = new Content.DirectMessage(ASHA, CARD, request.id(), "The card", UndeliverableHandler.MAX_DEPTH);
        OutboxMessage message = new OutboxMessage(1, new StreamKey.Direct(ASHA), last, true);
        handler.onUndeliverable(message, Reason.USER_UNREACHABLE).run();
    }
}
