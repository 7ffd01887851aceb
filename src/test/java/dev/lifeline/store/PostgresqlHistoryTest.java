package dev.lifeline.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlHistoryTest extends HistoryContracts {

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }
}
