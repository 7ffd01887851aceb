package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AuditRecorderTest {

    private final RecordedEntries auditLog = new RecordedEntries();
    private final AuditRecorder recorder = new AuditRecorder(auditLog, () -> NOON);

    @Test
    void P8_an_entry_of_a_request_can_be_read_alone() {
        RescueRequest request = openedRequest();

        recorder.record(request, "requested", Actor.of(ASHA_REQUESTER).inChannel("C0INCIDENT42"), Map.of());

        AuditEntry entry = auditLog.entries.get(0);
        assertThat(entry.actor()).isEqualTo("U0ASHA");
        assertThat(entry.deviceId()).isEqualTo("virtual_guest:7007");
        assertThat(entry.requestId()).isEqualTo(request.id().value());
        assertThat(entry.details())
                .containsEntry("channel", "C0INCIDENT42")
                .containsEntry("name", "web-07.example.com")
                .containsEntry("plan", request.plan().digest())
                .containsEntry("policy", "built-in")
                .containsEntry("stage", "awaiting-confirmation")
                .doesNotContainKeys("rule", "close-reason");
    }

    @Test
    void the_entry_that_closes_a_request_says_why() {
        RescueRequest closed = openedRequest()
                .close(CloseReason.EXPIRED, "nobody answered in time", NOON, new RescueEvent.Expired())
                .next();

        recorder.recordEvent(closed, new RescueEvent.Expired(), Actor.SYSTEM);

        assertThat(auditLog.entries.get(0).details())
                .containsEntry("stage", "closed")
                .containsEntry("close-reason", "expired")
                .containsEntry("close-detail", "nobody answered in time");
    }

    @Test
    void the_replay_finds_what_the_recorder_wrote() {
        RescueRequest request = openedRequest();
        recorder.recordEvent(
                request,
                new RescueEvent.Confirmed(ASHA_REQUESTER.slackUserId(), "disk full"),
                Actor.of(ASHA_REQUESTER));
        recorder.recordEvent(
                request, new RescueEvent.Approved(ASHA_REQUESTER.slackUserId(), 1, 1, ""), Actor.of(ASHA_REQUESTER));
        recorder.recordEvent(request, new RescueEvent.LaunchAccepted(), Actor.SYSTEM);

        AuditReplay replay = new AuditReplay(auditLog.entries);
        assertThat(replay.reason()).isEqualTo("disk full");
        assertThat(replay.approvals()).hasSize(1);
        assertThat(replay.downtime(NOON.plusSeconds(60)))
                .hasValueSatisfying(time -> assertThat(time).hasSeconds(60));
        assertThat(replay.hasExited()).isFalse();
    }

    private static final class RecordedEntries implements AuditLog {

        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void append(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public void forEach(Consumer<ChainedEntry> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditEntry> findByRequest(String request) {
            return entries;
        }

        @Override
        public Checkpoint head() {
            throw new UnsupportedOperationException();
        }
    }
}
