package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract of the audit log. */
public abstract class AuditLogContract {

    protected abstract AuditLog auditLog();

    @Test
    void an_empty_audit_log_has_no_entries() {
        assertThat(entries()).isEmpty();
        assertThat(auditLog().head().sequence()).isZero();
    }

    @Test
    void entries_are_read_in_the_order_they_were_added() {
        auditLog().append(entry("asked"));
        auditLog().append(entry("confirmed"));
        assertThat(entries()).extracting(ChainedEntry::sequence).containsExactly(1L, 2L);
        assertThat(entries().get(0).entryJson()).contains("asked", "U0ASHA", "web-07", "2026-11-22T12:00:00Z");
        assertThat(auditLog().head().sequence()).isEqualTo(2);
    }

    @Test
    void every_entry_carries_the_hash_of_the_one_before() {
        auditLog().append(entry("asked"));
        auditLog().append(entry("confirmed"));
        List<ChainedEntry> entries = entries();
        assertThat(entries.get(0).previousHash()).isEqualTo("0".repeat(64));
        assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries)
                .extracting(ChainedEntry::hash)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.length() == 64);
    }

    @Test
    void the_entries_of_one_request_are_read_in_order_and_no_others() {
        auditLog().append(entryAbout("request00001", "asked"));
        auditLog().append(entryAbout("request00002", "asked"));
        auditLog().append(entry("refused"));
        auditLog().append(entryAbout("request00001", "confirmed"));

        assertThat(auditLog().findByRequest("request00001"))
                .extracting(AuditEntry::event)
                .containsExactly("asked", "confirmed");
        assertThat(auditLog().findByRequest("request00003")).isEmpty();
    }

    @Test
    void a_text_is_bounded_and_what_nobody_can_see_is_spelt_out() {
        String text = "up\u202Enwod" + "x".repeat(3_000);
        auditLog().append(new AuditEntry(NOON, "U0ASHA", "asha", "denied", "", "request00001", Map.of("reason", text)));

        String reason = auditLog().findByRequest("request00001").get(0).detail("reason");
        assertThat(reason).startsWith("up⟨U+202E⟩nwodxxx").endsWith("… (3007 characters)");
        assertThat(reason.length()).isLessThan(1_100);
    }

    private static AuditEntry entryAbout(String request, String event) {
        return new AuditEntry(NOON, "U0ASHA", "asha", event, "virtual_guest:7", request, Map.of());
    }

    @Test
    protected void what_many_add_at_once_is_one_chain() {
        ConcurrentRunner.runAll(20, number -> {
            auditLog().append(entry("racing-" + number));
            return number;
        });
        assertThat(entries())
                .extracting(ChainedEntry::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(auditLog().head().sequence()).isEqualTo(20);
    }

    protected static AuditEntry entry(String event) {
        return new AuditEntry(NOON, "U0ASHA", "asha", event, "virtual_guest:7", "", Map.of("name", "web-07"));
    }

    protected final List<ChainedEntry> entries() {
        List<ChainedEntry> entries = new ArrayList<>();
        auditLog().forEach(entries::add);
        return entries;
    }
}
