package dev.lifeline.store.sql;

import static dev.lifeline.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.store.RawSql;
import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {

    @TempDir
    Path folder;

    private Store store;
    private RawSql rawSql;

    @BeforeEach
    void recordFiveEntries() {
        String url = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        store = Store.open(url, InstantSource.fixed(NOON));
        rawSql = new RawSql(url);
        for (int i = 1; i <= 5; i++)
            store.auditLog()
                    .append(new AuditEntry(NOON, "U0ASHA", "asha", "deed-" + i, "", "", Map.of("b", "2", "a", "1")));
        dropTriggers();
    }

    /** As whoever may alter the tables can. */
    private void dropTriggers() {
        List.of("audit_log_append_only", "audit_log_no_delete", "audit_head_monotonic", "audit_head_no_delete")
                .forEach(trigger -> rawSql.execute("drop trigger " + trigger));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<String> firstFault() {
        return AuditChain.verify(store.auditLog()).fault();
    }

    private Optional<String> firstFault(Checkpoint kept) {
        return AuditChain.verify(store.auditLog(), Optional.of(kept)).fault();
    }

    @Test
    void a_record_as_it_was_written_is_without_fault() {
        assertThat(firstFault()).isEmpty();
    }

    @Test
    void the_hash_is_what_the_javadoc_says_and_does_not_change_between_releases() {
        assertThat(AuditChain.hash(1, "0".repeat(64), "{}"))
                .isEqualTo("e926929dc99bcdf08bb941e379c3186d5c55b45ee4202b4748a1efc35ba05fe3");
    }

    @Test
    void a_changed_entry_is_found() {
        rawSql.execute("update audit_log set entry = replace(entry, 'asha', 'bruno') where sequence = 3");
        assertThat(firstFault()).contains("Entry 3 was changed.");
    }

    @Test
    void a_changed_entry_with_a_hash_that_fits_is_found_by_the_next() {
        String forged = "forged";
        String previous = AuditChain.hash(1, "0".repeat(64), "whatever");
        rawSql.execute("update audit_log set entry = '" + forged + "', previous_hash = '" + previous + "', hash = '"
                + AuditChain.hash(3, previous, forged) + "' where sequence = 3");
        assertThat(firstFault()).contains("Entry 3 does not follow the entry before it.");
    }

    @Test
    void a_rewritten_last_entry_is_found() {
        rawSql.execute("update audit_log set hash = '" + "f".repeat(64) + "' where sequence = 5");
        assertThat(firstFault()).contains("Entry 5 was changed.");
    }

    @Test
    void an_entry_taken_out_is_found() {
        rawSql.execute("delete from audit_log where sequence = 2");
        assertThat(firstFault()).contains("Entry 2 is missing: entry 3 stands in its place.");
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        rawSql.execute("update audit_log set sequence = 99 where sequence = 2");
        rawSql.execute("update audit_log set sequence = 2 where sequence = 3");
        rawSql.execute("update audit_log set sequence = 3 where sequence = 99");
        assertThat(firstFault()).contains("Entry 2 does not follow the entry before it.");
    }

    @Test
    void entries_cut_off_at_the_end_are_found() {
        rawSql.execute("delete from audit_log where sequence >= 4");
        assertThat(firstFault()).contains("Entries 4 to 5 are missing at the end.");
    }

    @Test
    void a_record_that_was_emptied_is_found() {
        rawSql.execute("delete from audit_log");
        assertThat(firstFault()).contains("Entries 1 to 5 are missing at the end.");
    }

    @Test
    void a_last_entry_that_is_not_the_one_of_the_end_mark_is_found() {
        String forged = "forged";
        rawSql.execute("update audit_log set entry = '" + forged + "', hash = '" + AuditChain.hash(5, hashOf(4), forged)
                + "' where sequence = 5");
        assertThat(firstFault()).contains("Entry 5 is not the one that the mark of the end names.");
    }

    @Test
    void a_record_cut_off_with_its_end_mark_is_found_only_by_what_was_kept_elsewhere() {
        Checkpoint kept = AuditChain.verify(store.auditLog()).newest();
        rawSql.execute("update audit_head set sequence = 3, hash = '" + hashOf(3) + "'");
        rawSql.execute("delete from audit_log where sequence > 3");

        assertThat(firstFault()).as("what the chain alone cannot know").isEmpty();
        assertThat(firstFault(kept))
                .contains("Entries 4 to 5 are missing at the end, and the mark of the end was changed with them.");
    }

    @Test
    void a_chain_made_up_anew_is_found_only_by_what_was_kept_elsewhere() {
        Checkpoint kept = AuditChain.verify(store.auditLog()).newest();
        String previous = hashOf(3);
        for (int number = 4; number <= 5; number++) {
            String hash = AuditChain.hash(number, previous, "forged");
            rawSql.execute("update audit_log set entry = 'forged', previous_hash = '" + previous + "', hash = '" + hash
                    + "' where sequence = " + number);
            previous = hash;
        }
        rawSql.execute("update audit_head set hash = '" + previous + "'");

        assertThat(firstFault()).as("what the chain alone cannot know").isEmpty();
        assertThat(firstFault(kept).orElseThrow()).startsWith("Entry 5 is not the one whose hash was kept");
        assertThat(firstFault(new Checkpoint(3, hashOf(3))))
                .as("what was kept before is still there")
                .isEmpty();
    }

    private String hashOf(long number) {
        List<String> hashes = new ArrayList<>();
        store.auditLog().forEach(entry -> {
            if (entry.sequence() == number) hashes.add(entry.hash());
        });
        return hashes.get(0);
    }
}
