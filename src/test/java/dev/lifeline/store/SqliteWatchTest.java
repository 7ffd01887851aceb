package dev.lifeline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteWatchTest extends WatchContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabase() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }
}
