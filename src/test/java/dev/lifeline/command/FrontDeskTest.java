package dev.lifeline.command;

import static dev.lifeline.command.Counter.CHIARA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Action;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong while somebody's ask is thought about, they hear of it. */
class FrontDeskTest {

    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void P2_an_error_of_the_machine_is_answered_with_the_ask_to_name() {
        counter.lookingUp(() -> {
            counter.lookingUp(() -> {});
            throw new NoClassDefFoundError("gone");
        });

        assertThat(counter.presses(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA", "press0");
    }

    @Test
    void P2_where_nobody_can_be_looked_up_whoever_asked_is_told_so_all_the_same() {
        counter.lookingUp(() -> {
            throw new IllegalStateException("a fault of our own");
        });

        assertThat(counter.presses(CHIARA, Action.GRANT, "offer")).contains("U0CHIARA", "press0");
    }
}
