package dev.lifeline.store;

class PostgresqlEngineTest extends EngineContracts {

    @Override
    String emptyDatabase() {
        return Postgresql.emptySchema();
    }
}
