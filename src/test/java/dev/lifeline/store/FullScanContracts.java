package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Fixtures;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the detector of full scans finds and lets pass, on one kind of database: else it might let everything pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FullScanContracts {

    private String databaseUrl = "";
    private FullScanDetector detector;

    /** The URL of a database that nobody used before. */
    abstract String emptyDatabaseUrl();

    @BeforeAll
    void open() {
        databaseUrl = emptyDatabaseUrl();
        detector = FullScanDetector.open(databaseUrl);
    }

    @AfterAll
    void close() throws Exception {
        detector.close();
    }

    private static RecordedStatement statement(String sql) {
        return new RecordedStatement(sql, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from outbox_messages where reason = 'none'",
                "delete from inbox where body = 'none'",
                "update rescue_requests set version = 2 where stage = 'None'",
                "select body from rescue_requests order by created_at",
                "select body from rescue_requests order by body limit 10",
                "select body from rescue_requests where open_device is null order by body limit 10",
                "select count(*) from rescue_requests where poll_only = 1",
            })
    void a_full_scan_is_found(String sql) {
        assertThat(detector.find(statement(sql))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from outbox_messages where id = 7",
                "delete from inbox where processed_at < 7",
                "select body from rescue_requests where open_device is not null order by created_at, id",
                "select body from rescue_requests order by created_at desc limit 10",
                "select hash from audit_head",
            })
    void what_comes_by_its_rows_through_an_index_passes(String sql) {
        assertThat(detector.find(statement(sql))).isEmpty();
    }

    @Test
    void what_the_store_executes_is_recorded_with_its_values() {
        RecordingDriver.start();
        try (Store store = Store.open(databaseUrl, InstantSource.fixed(Fixtures.NOON))) {
            assertThat(store.requests().findRecent(Optional.of(Fixtures.WEB_07.id()), 10))
                    .isEmpty();
        }
        assertThat(RecordingDriver.stop()).anySatisfy(executed -> {
            assertThat(executed.sql())
                    .startsWith("select id, body, created_at as at from rescue_requests where device = ?");
            assertThat(executed.setters()).hasSize(2);
        });
    }
}
