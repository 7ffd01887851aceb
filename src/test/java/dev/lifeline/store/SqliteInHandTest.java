package dev.lifeline.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteInHandTest extends InHandContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }
}
