package dev.lifeline.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * The time-outs of the sessions that the bot works with, so that a line which was cut on one side costs seconds: a call ends, the server
 * gives the locks of a lost session free, and a waiting writer tries again. A parameter in the URL wins over these, except for what is set
 * by a statement. The clients' time-outs are longer than the server's, so that the server is the one that cancels, and it is known what it
 * did. Migrations run without them.
 */
final class SessionLimits {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

    /** A session whose client is frozen or gone in the middle of a transaction ends after so long, and its row locks with it. */
    private static final Duration IDLE_IN_TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    /** How long the server waits for the acknowledgement of what it sent to a client, before it gives the session up. */
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration KEEPALIVE_IDLE = Duration.ofSeconds(5);
    private static final Duration KEEPALIVE_INTERVAL = Duration.ofSeconds(3);
    private static final int MAX_LOST_KEEPALIVES = 3;

    private SessionLimits() {}

    /** Names of connection parameters: https://jdbc.postgresql.org/documentation/use/; of settings: the manual, sections 20.3 and 20.11. */
    static void applyTo(HikariDataSource pool) {
        pool.addDataSourceProperty("connectTimeout", seconds(CONNECT_TIMEOUT));
        pool.addDataSourceProperty("socketTimeout", seconds(SOCKET_TIMEOUT));
        pool.addDataSourceProperty("cancelSignalTimeout", seconds(CONNECT_TIMEOUT));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionInitSql("set statement_timeout = " + STATEMENT_TIMEOUT.toMillis()
                + "; set lock_timeout = " + LOCK_TIMEOUT.toMillis()
                + "; set idle_in_transaction_session_timeout = " + IDLE_IN_TRANSACTION_TIMEOUT.toMillis()
                + "; set tcp_user_timeout = " + SEND_TIMEOUT.toMillis()
                + "; set tcp_keepalives_idle = " + seconds(KEEPALIVE_IDLE)
                + "; set tcp_keepalives_interval = " + seconds(KEEPALIVE_INTERVAL)
                + "; set tcp_keepalives_count = " + MAX_LOST_KEEPALIVES);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
