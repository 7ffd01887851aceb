package dev.lifeline.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlInHandTest extends InHandContracts {

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }
}
