package dev.lifeline.handler;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A counter of its own for each test. */
abstract class HandlerTestBase {

    @TempDir
    private Path folder;

    HandlerFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HandlerFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }
}
