package dev.lifeline.store.sql;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Audit log as append-only rows. Each append locks the head until the commit, so that entries of all replicas form one chain. */
public final class SqlAuditLog implements AuditLog {

    /** Entries that {@link #forEach} reads at a time. */
    private static final int PAGE_SIZE = 500;

    private final Transactions transactions;
    private final Json json;
    private final UnreadableRows unreadableRows;

    public SqlAuditLog(Transactions transactions, Json json, UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.json = json;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public void append(AuditEntry entry) {
        String entryJson = json.write(AuditEntry.class, entry);
        transactions.write(handle -> {
            ChainedEntry next = nextEntry(lockHead(handle), entryJson);
            insert(handle, next, entry.requestId());
            updateHead(handle, next);
        });
    }

    private static ChainedEntry nextEntry(Checkpoint head, String entryJson) {
        long sequence = head.sequence() + 1;
        return new ChainedEntry(sequence, entryJson, head.hash(), AuditChain.hash(sequence, head.hash(), entryJson));
    }

    /** The column request_id serves lookups only; the hash covers the id in the entry, and {@link #findByRequest} compares that. */
    private static void insert(Handle handle, ChainedEntry entry, String requestId) {
        String sql = """
                insert into audit_log (sequence, entry, previous_hash, hash, request_id)
                values (:sequence, :entry, :previousHash, :hash, :requestId)
                """;
        handle.createUpdate(sql)
                .bind("requestId", requestId)
                .bind("sequence", entry.sequence())
                .bind("entry", entry.entryJson())
                .bind("previousHash", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
    }

    /** Locks the head by an update without change: on either database that locks the row, which a query would not. */
    private static Checkpoint lockHead(Handle handle) {
        handle.execute("update audit_head set sequence = sequence where id = 1");
        return head(handle);
    }

    private static void updateHead(Handle handle, ChainedEntry entry) {
        handle.createUpdate("update audit_head set sequence = :sequence, hash = :hash where id = 1")
                .bind("sequence", entry.sequence())
                .bind("hash", entry.hash())
                .execute();
    }

    @Override
    public void forEach(Consumer<ChainedEntry> reader) {
        long after = Long.MIN_VALUE;
        List<ChainedEntry> page = readPage(after);
        while (!page.isEmpty()) {
            page.forEach(reader);
            after = page.get(page.size() - 1).sequence();
            page = readPage(after);
        }
    }

    private List<ChainedEntry> readPage(long after) {
        return transactions.read(handle -> handle.createQuery(
                        "select sequence, entry, previous_hash, hash from audit_log where sequence > :after order by sequence limit :page")
                .bind("after", after)
                .bind("page", PAGE_SIZE)
                .map((row, context) -> new ChainedEntry(
                        row.getLong("sequence"),
                        row.getString("entry"),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list());
    }

    @Override
    public List<AuditEntry> findByRequest(String requestId) {
        return transactions.read(handle -> handle
                .createQuery("select sequence, entry from audit_log where request_id = :requestId order by sequence")
                .bind("requestId", requestId)
                .map((row, context) -> readEntry(row.getString("sequence"), row.getString("entry")))
                .stream()
                .flatMap(Optional::stream)
                .filter(entry -> entry.requestId().equals(requestId))
                .toList());
    }

    private Optional<AuditEntry> readEntry(String sequence, String entryJson) {
        return unreadableRows.readOrSkip("audit entry", sequence, () -> json.read(AuditEntry.class, entryJson));
    }

    @Override
    public Checkpoint head() {
        return transactions.read(SqlAuditLog::head);
    }

    private static Checkpoint head(Handle handle) {
        return handle.createQuery("select sequence, hash from audit_head where id = 1")
                .map((row, context) -> new Checkpoint(row.getLong("sequence"), row.getString("hash")))
                .one();
    }
}
