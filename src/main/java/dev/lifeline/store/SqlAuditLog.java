package dev.lifeline.store;

import dev.lifeline.audit.Anchor;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The record as rows that are only ever added. The row that holds the chain's end is locked by whoever adds, until the commit. */
final class SqlAuditLog implements AuditLog {

    /** How many entries are read at a time. */
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Json json;

    SqlAuditLog(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public void record(AuditEntry entry) {
        String text = json.write(AuditEntry.class, entry);
        transactions.write(handle -> {
            ChainedEntry next = nextAfter(lockedEnd(handle), text);
            append(handle, next, entry.request());
            moveEnd(handle, next);
        });
    }

    private static ChainedEntry nextAfter(Anchor end, String text) {
        long number = end.number() + 1;
        return new ChainedEntry(number, text, end.hash(), AuditChain.hash(number, end.hash(), text));
    }

    /** The request stands in a column of its own only to be found by: the text is what counts. */
    private static void append(Handle handle, ChainedEntry entry, String request) {
        String sql = """
                insert into audit_log (number, text, previous, hash, request)
                values (:number, :text, :previous, :hash, :request)
                """;
        handle.createUpdate(sql)
                .bind("request", request)
                .bind("number", entry.number())
                .bind("text", entry.text())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .execute();
    }

    /** The first thing written in the transaction may be this; an update locks the row on either database, a query would not. */
    private static Anchor lockedEnd(Handle handle) {
        handle.execute("update audit_end set number = number where id = 1");
        return end(handle);
    }

    private static void moveEnd(Handle handle, ChainedEntry newest) {
        handle.createUpdate("update audit_end set number = :number, hash = :hash where id = 1")
                .bind("number", newest.number())
                .bind("hash", newest.hash())
                .execute();
    }

    @Override
    public void forEach(Consumer<ChainedEntry> reader) {
        long after = Long.MIN_VALUE;
        List<ChainedEntry> page = page(after);
        while (!page.isEmpty()) {
            page.forEach(reader);
            after = page.get(page.size() - 1).number();
            page = page(after);
        }
    }

    private List<ChainedEntry> page(long after) {
        return transactions.read(handle -> handle.createQuery(
                        "select number, text, previous, hash from audit_log where number > :after order by number limit :page")
                .bind("after", after)
                .bind("page", PAGE)
                .map((row, context) -> new ChainedEntry(
                        row.getLong("number"), row.getString("text"), row.getString("previous"), row.getString("hash")))
                .list());
    }

    @Override
    public List<AuditEntry> of(String request) {
        return transactions.read(
                handle -> handle.createQuery("select text from audit_log where request = :request order by number")
                        .bind("request", request)
                        .mapTo(String.class)
                        .map(text -> json.read(AuditEntry.class, text))
                        .filter(entry -> entry.request().equals(request))
                        .list());
    }

    @Override
    public Anchor end() {
        return transactions.read(SqlAuditLog::end);
    }

    private static Anchor end(Handle handle) {
        return handle.createQuery("select number, hash from audit_end where id = 1")
                .map((row, context) -> new Anchor(row.getLong("number"), row.getString("hash")))
                .one();
    }
}
