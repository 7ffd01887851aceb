package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.rescue.RescueSummary;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescueHistoryTest {

    private final StoredEntries auditLog = new StoredEntries();
    private final RescueHistory history = new RescueHistory(auditLog, InstantSource.fixed(NOON));

    @Test
    void an_approver_is_mentioned() {
        auditLog.append(approval("U0BRUNO"));
        assertThat(listed(history.summarize(openedRequest()))).contains("UserMention[user=U0BRUNO]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifeline", "bruno@example.com", "x", "*", "<!channel>", "u0bruno"})
    void an_approver_who_is_no_slack_user_is_named_as_the_log_names_them(String actor) {
        auditLog.append(approval(actor));
        assertThat(listed(history.summarize(openedRequest()))).contains("UntrustedText[text=" + actor + "]");
    }

    private static String listed(RescueSummary summary) {
        return HistoryReplies.in(Locale.ENGLISH).forAllDevices(List.of(summary)).toString();
    }

    private static AuditEntry approval(String actor) {
        return new AuditEntry(NOON, actor, "", "approved", "virtual_guest:7007", "request00007", Map.of());
    }
}
