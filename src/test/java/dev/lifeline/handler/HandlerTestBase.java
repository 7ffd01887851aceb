package dev.lifeline.handler;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a {@link HandlerFixture} of its own. */
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
