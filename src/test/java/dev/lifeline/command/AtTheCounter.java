package dev.lifeline.command;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A counter of its own for each test. */
abstract class AtTheCounter {

    @TempDir
    private Path folder;

    Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }
}
