package dev.lifeline.endtoend;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The bot's database, read from outside the bot; expects a single rescue request. */
final class BotDatabase {

    private final Jdbi database;

    BotDatabase(String databaseUrl) {
        this.database = Jdbi.create(databaseUrl);
    }

    /** The stage of the request; an empty text while there is none. */
    String stage() {
        return queryOne("select coalesce(max(stage), '') from rescue_requests", String.class);
    }

    /** Time of the last change of the request, in milliseconds since 1970. */
    long updatedAtMillis() {
        return queryOne("select coalesce(max(updated_at), 0) from rescue_requests", Long.class);
    }

    /** The ids of the thread replies in the outbox. */
    List<Long> threadReplyIds() {
        return database.withHandle(handle -> handle.createQuery(
                        "select id from outbox_messages where stream_key like 'request:%' and kind = 'ThreadReply' order by id")
                .mapTo(Long.class)
                .list());
    }

    /** The number of pending outbox messages. */
    long pendingMessages() {
        return queryOne("select count(*) from outbox_messages where completed_at is null", Long.class);
    }

    /** The channel of the status message. */
    String channelId() {
        return queryOne("select channel_id from status_messages where stream_key like 'request:%'", String.class);
    }

    /** The {@code ts} of the status message. */
    String statusMessageTs() {
        return queryOne("select message_ts from status_messages where stream_key like 'request:%'", String.class);
    }

    private <T> T queryOne(String sql, Class<T> type) {
        return database.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
