package dev.lifeline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteUnreadableRowTest extends UnreadableRowContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("data/lifeline.db");
    }
}
