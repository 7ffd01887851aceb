package dev.lifeline.store;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.IncompatibleDatabaseException;
import dev.lifeline.store.database.SchemaStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose tables a database may hold, who changes them, and who only reads. */
abstract class SchemaContracts {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private String url = "";

    /** URL of an empty database. */
    abstract String emptyDatabaseUrl();

    @BeforeEach
    void create() {
        url = emptyDatabaseUrl();
    }

    private void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createCurrent() {
        Store.open(url, CLOCK).close();
    }

    /** As a newer release would leave it. */
    private void createNewer() {
        createCurrent();
        execute("insert into flyway_schema_history select installed_rank + 1000, '99.1', 'of the future', type, "
                + "'V99_1__of_the_future.sql', checksum, installed_by, installed_on, execution_time, success "
                + "from flyway_schema_history where version = '1.1'");
    }

    /** As an earlier release would have left it: without the newest migration, whose effects do not matter here. */
    private void createOlder() {
        createCurrent();
        execute("delete from flyway_schema_history where installed_rank = "
                + "(select max(installed_rank) from flyway_schema_history)");
    }

    private List<SchemaStatus> openToRead() {
        List<SchemaStatus> reported = new ArrayList<>();
        Store.openToRead(url, CLOCK, reported::add).close();
        return reported;
    }

    @Test
    void an_empty_database_is_known_and_left_empty_by_whoever_reads() {
        assertThat(Store.inspect(url).state()).isEqualTo(SchemaStatus.State.EMPTY);
        assertThatThrownBy(this::openToRead)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("no tables yet; serve and migrate create them");
        assertThat(Store.inspect(url).state()).isEqualTo(SchemaStatus.State.EMPTY);
    }

    @Test
    void migrate_creates_the_tables_and_says_what_it_found() {
        assertThat(Store.migrate(url).state()).isEqualTo(SchemaStatus.State.EMPTY);

        assertThat(Store.migrate(url).state()).isEqualTo(SchemaStatus.State.CURRENT);
        assertThat(openToRead()).isEmpty();
    }

    @Test
    void tables_of_an_earlier_release_are_read_as_they_are_and_reported() {
        createOlder();

        assertThat(openToRead())
                .singleElement()
                .satisfies(found -> assertThat(found.state()).isEqualTo(SchemaStatus.State.OLDER));

        assertThat(Store.inspect(url).state()).isEqualTo(SchemaStatus.State.OLDER);
    }

    @Test
    void tables_of_a_newer_release_are_served_by_no_older_one_and_read_by_it() {
        createNewer();

        assertThatThrownBy(() -> Store.open(url, CLOCK))
                .isInstanceOf(IncompatibleDatabaseException.class)
                .hasMessageContaining("brought to version 99.1 by a newer release");
        assertThat(openToRead()).singleElement().asString().contains("of a newer release");
    }

    @Test
    void tables_of_another_program_are_named_and_left_alone() {
        execute("create table orders (id int)", "create table customers (id int)");

        assertThatThrownBy(() -> Store.open(url, CLOCK))
                .isInstanceOf(IncompatibleDatabaseException.class)
                .hasMessageContaining("another program (customers, orders)");
        assertThatThrownBy(this::openToRead).isInstanceOf(IncompatibleDatabaseException.class);
        assertThat(new RawSql(url).countRows("orders")).isZero();
    }

    @Test
    void another_program_that_uses_flyway_too_is_another_program() {
        createCurrent();
        execute("update flyway_schema_history set script = 'V1_1__orders.sql' where version = '1.1'");

        assertThatThrownBy(() -> Store.open(url, CLOCK)).isInstanceOf(IncompatibleDatabaseException.class);
    }

    @Test
    void tables_of_another_build_are_refused_without_advice_for_programmers() {
        createCurrent();
        execute("update flyway_schema_history set checksum = 1 where version = '1.2'");

        assertThatThrownBy(() -> Store.open(url, CLOCK))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("another build")
                .hasMessageNotContaining("repair");
    }

    @Test
    void a_reader_can_write_nothing() {
        createCurrent();
        try (Store store = Store.openToRead(url, CLOCK, found -> {})) {
            assertThatThrownBy(() -> store.seenSignatures().mark("a signature").isCopy())
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
