package dev.lifeline.store;

class PostgresqlStoreTest extends StoreContracts {

    @Override
    String emptyDatabase() {
        return Postgresql.emptySchema();
    }
}
