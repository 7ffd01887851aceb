package dev.lifeline.endtoend;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the bot itself wrote down about the one request there is, read past the bot. */
final class BotDatabase {

    private final Jdbi database;

    BotDatabase(String databaseUrl) {
        this.database = Jdbi.create(databaseUrl);
    }

    /** The stage of the request; empty text while there is none. */
    String stage() {
        return queryOne("select coalesce(max(stage), '') from rescue_requests", String.class);
    }

    /** When the request moved last, in milliseconds since 1970. */
    long updatedAtMillis() {
        return queryOne("select coalesce(max(updated_at), 0) from rescue_requests", Long.class);
    }

    /** The replies under the card, by the numbers of their letters. */
    List<Long> threadReplyIds() {
        return database.withHandle(handle -> handle.createQuery(
                        "select id from outbox_messages where stream_key like 'request:%' and kind = 'ThreadReply' order by id")
                .mapTo(Long.class)
                .list());
    }

    /** How many letters are not delivered yet. */
    long pendingMessages() {
        return queryOne("select count(*) from outbox_messages where completed_at is null", Long.class);
    }

    /** The channel that the card stands in. */
    String channelId() {
        return queryOne("select channel_id from status_messages where stream_key like 'request:%'", String.class);
    }

    /** The card, by Slack's name of it. */
    String statusMessageTs() {
        return queryOne("select message_ts from status_messages where stream_key like 'request:%'", String.class);
    }

    private <T> T queryOne(String sql, Class<T> type) {
        return database.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
