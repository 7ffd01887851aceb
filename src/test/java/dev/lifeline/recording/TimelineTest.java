package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Map<String, String> COMMON_FIELDS = Map.of(
            "name", "web-07.example.com", "plan", "0123456789abcdef", "rule", "production", "policy", "1a2b3c4d");

    @Test
    void a_rescue_reads_as_in_the_golden_file() throws IOException {
        List<AuditEntry> rescue = List.of(
                entry(0, "asha", "requested", "place", "C0INCIDENT42", "approvals", "1", "power", "on"),
                entry(21, "asha", "confirmed", "place", "C0INCIDENT42", "reason", "INC-42: the `disk` is full"),
                entry(21, "asha", "approval-requested", "approvers", "U0BRUNO, U0CHIARA", "quorum", "1"),
                entry(50, "asha", "refused-click", "action", "rescue.approve", "because", "own-request"),
                entry(80, "bruno", "approved", "comment", "", "vote-count", "1", "quorum", "1"),
                entry(95, "", "drifted", "drifts", "power ON OFF"),
                entry(
                        130,
                        "chiara",
                        "approved",
                        "comment",
                        "# go <!channel> [x](http://evil) @all\nnow",
                        "vote-count",
                        "1"),
                entry(132, "", "launch-accepted", "stage", "booting"),
                entry(190, "", "powered-down"),
                entry(732, "", "entered-rescue", "evidence", "host_key_changed"),
                entry(7_932, "asha", "exit-requested"),
                entry(8_100, "", "exited", "evidence", "host_key_changed", "close-reason", "exited"));

        assertThat(new Timeline(rescue).markdown()).isEqualTo(readGoldenFile("timeline.md"));
    }

    @Test
    void one_that_is_still_open_says_so_and_how_long_the_device_is_away() {
        List<AuditEntry> rescue = List.of(
                entry(0, "asha", "requested"),
                entry(10, "asha", "confirmed"),
                entry(12, "", "launch-accepted", "stage", "booting"),
                entry(72, "", "entered-rescue", "stage", "in-rescue"));

        assertThat(new Timeline(rescue).markdown())
                .contains("**Outcome:** still open: in-rescue")
                .contains("**Device away:** 1 min 0 s, not seen back")
                .contains("**Approved by:** nobody");
    }

    @Test
    void untrusted_text_is_rendered_as_code() {
        assertThat(MarkdownText.codeSpan("<b>@all</b>\n# x")).isEqualTo("`<b>@all</b> # x`");
        assertThat(MarkdownText.codeSpan("a `` b")).isEqualTo("```a `` b```");
        assertThat(MarkdownText.codeSpan("`tick`")).isEqualTo("`` `tick` ``");
        assertThat(MarkdownText.codeSpan(" ")).isEqualTo("–");
    }

    private static AuditEntry entry(long seconds, String user, String event, String... fields) {
        Map<String, String> details = new HashMap<>(COMMON_FIELDS);
        for (int i = 0; i < fields.length; i += 2) details.put(fields[i], fields[i + 1]);
        String actor = user.isEmpty() ? "lifeline" : "U0" + user.toUpperCase(Locale.ROOT);
        return new AuditEntry(
                NOON.plusSeconds(seconds), actor, user, event, "virtual_guest:7007", "request00007", details);
    }

    private static String readGoldenFile(String name) throws IOException {
        try (InputStream file = TimelineTest.class.getResourceAsStream("/golden/record/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
