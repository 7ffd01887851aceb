package dev.lifeline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest extends HistoryContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("data/lifeline.db");
    }
}
