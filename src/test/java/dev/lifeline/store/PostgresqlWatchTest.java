package dev.lifeline.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = Postgresql.URL, matches = ".+", disabledReason = Postgresql.WHY_NOT)
class PostgresqlWatchTest extends WatchContracts {

    @Override
    String emptyDatabase() {
        return Postgresql.emptySchema();
    }
}
