package dev.lifeline.store.sql;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Pending votes as rows, which {@code store.jobs} deletes some time after their end. */
public final class SqlPendingVotes implements PendingVotes {

    private static final String KEEP = """
            insert into pending_votes (slack_user_id, request_id, body, expires_at)
            values (:voter, :request, :body, :expiresAt)
            on conflict (slack_user_id, request_id) do update set body = excluded.body, expires_at = excluded.expires_at
            """;

    private final Transactions transactions;
    private final Inbox inbox;
    private final Json json;
    private final UnreadableRows unreadableRows;

    public SqlPendingVotes(Transactions transactions, Inbox inbox, Json json, UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.json = json;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public void keep(Interaction vote, RequestId request, Instant until) {
        transactions.write(handle -> {
            handle.createUpdate(KEEP)
                    .bind("voter", vote.user().value())
                    .bind("request", request.value())
                    .bind("body", json.write(Interaction.class, vote))
                    .bind("expiresAt", until.toEpochMilli())
                    .execute();
        });
    }

    @Override
    public void resume(SlackUserId voter) {
        transactions.write(handle -> {
            take(handle, voter).stream()
                    .flatMap(body ->
                            unreadableRows
                                    .readOrSkip("pending vote", voter.value(), () -> json.read(Interaction.class, body))
                                    .stream())
                    .map(Interaction::resumed)
                    .forEach(inbox::add);
        });
    }

    private List<String> take(Handle handle, SlackUserId voter) {
        List<String> bodies = handle.createQuery(
                        "select body from pending_votes where slack_user_id = :voter order by request_id")
                .bind("voter", voter.value())
                .mapTo(String.class)
                .list();
        handle.createUpdate("delete from pending_votes where slack_user_id = :voter")
                .bind("voter", voter.value())
                .execute();
        return bodies;
    }
}
