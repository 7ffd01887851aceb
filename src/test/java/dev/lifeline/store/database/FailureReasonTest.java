package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FailureReasonTest {

    private static final DatabaseUrl URL =
            DatabaseUrl.parse("jdbc:postgresql://db.example.com/lifeline?user=bot&password=hunter2");

    private static String describe(Throwable thrown) {
        return FailureReason.describe(URL, new IllegalStateException("outer", thrown));
    }

    @ParameterizedTest
    @CsvSource({
        "08003, closed on the way",
        "28P01, rejects the user or its password",
        "3D000, no database of that name",
        "42501, lacks the right",
        "53100, disk of the server is full",
        "53300, no connection left",
        "25006, takes no writes",
        "57P03, starting or stopping"
    })
    void a_server_s_reason_is_said_in_words_for_the_operator(String state, String said) {
        assertThat(describe(new SQLException("FATAL: hint for programmers", state)))
                .contains(said)
                .doesNotContain("hint");
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {
                "SQLITE_FULL",
                "SQLITE_READONLY",
                "SQLITE_READONLY_DBMOVED",
                "SQLITE_CANTOPEN",
                "SQLITE_BUSY_SNAPSHOT",
                "SQLITE_CORRUPT",
                "SQLITE_NOTADB",
                "SQLITE_IOERR_WRITE"
            })
    void a_file_s_reason_is_said_in_words_for_the_operator(SQLiteErrorCode code) {
        assertThat(describe(new SQLiteException("[" + code + "] advice", code)))
                .matches("(the|another) .*")
                .doesNotContain("advice");
    }

    @Test
    void a_line_s_reason_is_said_whatever_the_driver_wraps_it_in() {
        assertThat(describe(new SQLException("check that the postmaster runs", "08001", new ConnectException())))
                .isEqualTo("nothing answers at that host and port");
        assertThat(describe(new SQLException("x", "08001", new UnknownHostException("db"))))
                .isEqualTo("no host has that name");
        assertThat(describe(new SQLException("x", "08006", new SocketTimeoutException())))
                .isEqualTo("no answer in time");
    }

    @Test
    void P6_what_nobody_knows_is_passed_on_without_the_password() {
        assertThat(describe(new SQLException("odd: " + URL.jdbcUrl() + "\nmore", "XX000")))
                .isEqualTo("odd: jdbc:postgresql://db.example.com/lifeline");
    }
}
