package dev.lifeline.store;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.store.database.DatabaseUnavailableException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlSchemaTest extends SchemaContracts {

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }

    @Test
    void a_server_that_takes_no_writes_is_refused() {
        String standby = emptyDatabaseUrl() + "&options=-c%20default_transaction_read_only=on";

        assertThatThrownBy(() -> Store.open(standby, InstantSource.fixed(NOON)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("takes no writes");
    }

    @ParameterizedTest
    @CsvSource({
        "/[^/?]*\\?, /no-such-database?, has no database of that name",
        "currentSchema=[a-z0-9_]+, currentSchema=no_such_schema, no schema",
        "//[^/]*/, //127.0.0.1:1/, nothing answers at that host and port"
    })
    void what_is_wrong_with_the_address_is_said_in_words(String part, String wrong, String said) {
        String url = emptyDatabaseUrl().replaceFirst(part, wrong);

        assertThatThrownBy(() -> Store.open(url, InstantSource.fixed(NOON)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("postmaster");
    }
}
