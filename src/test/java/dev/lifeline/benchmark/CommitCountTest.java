package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitCountTest {

    @TempDir
    private Path folder;

    @Test
    void each_transaction_that_writes_to_sqlite_counts_once_and_reads_do_not() throws SQLException {
        Path database = folder.resolve("counted.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table t (n integer)");
            long before = CommitCount.ofSqlite(database);

            for (int i = 0; i < 3; i++) statement.execute("insert into t values (" + i + ")");
            writeTwiceInOneTransaction(connection, statement);
            statement.executeQuery("select * from t").close();

            assertThat(CommitCount.ofSqlite(database) - before).isEqualTo(4);
        }
    }

    private static void writeTwiceInOneTransaction(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("insert into t values (10)");
        statement.execute("insert into t values (11)");
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Test
    void a_database_that_is_not_open_has_no_commits() {
        assertThat(CommitCount.ofSqlite(folder.resolve("absent.db"))).isZero();
    }
}
