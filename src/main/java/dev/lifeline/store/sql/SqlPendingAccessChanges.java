package dev.lifeline.store.sql;

import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.util.Optional;

/** Pending access changes as rows. A claim is one conditional update, so that only one click succeeds. */
public final class SqlPendingAccessChanges implements PendingAccessChanges {

    private final Transactions transactions;
    private final Json json;
    private final UnreadableRows unreadableRows;

    public SqlPendingAccessChanges(Transactions transactions, Json json, UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.json = json;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public void add(PendingAccessChange pendingAccessChange) {
        String sql = """
                insert into pending_access_changes (id, body, expires_at) values (:id, :body, :expiresAt)
                on conflict do nothing
                """;
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("id", pendingAccessChange.id().value())
                .bind("body", json.write(PendingAccessChange.class, pendingAccessChange))
                .bind("expiresAt", pendingAccessChange.expiresAt().toEpochMilli())
                .execute());
    }

    @Override
    public Optional<PendingAccessChange> find(PendingAccessChangeId id) {
        return transactions
                .read(handle -> handle.createQuery("select body from pending_access_changes where id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne())
                .map(body -> unreadableRows.read(
                        "access change", id.value(), () -> json.read(PendingAccessChange.class, body)));
    }

    @Override
    public ClaimResult claim(PendingAccessChangeId id, String clickId) {
        return transactions.inTransaction(handle -> {
            int rows = handle.createUpdate(
                            "update pending_access_changes set claimed_by = :click where id = :id and claimed_by is null")
                    .bind("click", clickId)
                    .bind("id", id.value())
                    .execute();
            if (rows == 1) return ClaimResult.CLAIMED;
            Optional<String> claimedBy = handle.createQuery(
                            "select claimed_by from pending_access_changes where id = :id")
                    .bind("id", id.value())
                    .mapTo(String.class)
                    .findOne();
            return claimedBy.filter(clickId::equals).isPresent()
                    ? ClaimResult.CLAIMED_BY_SAME_CLICK
                    : ClaimResult.ALREADY_CLAIMED;
        });
    }
}
