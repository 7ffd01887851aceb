package dev.lifeline.sandbox.classic;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pretend Classic of its own for each test, with a client at it and a clock that the test sets. */
abstract class Workbench {

    final SettableClock clock = new SettableClock();
    PretendClassic classic;
    Client client;

    @BeforeEach
    void start() throws IOException {
        classic = PretendClassic.start(ClassicOptions.onPort(0).withClock(clock));
        client = Client.of(classic);
    }

    @AfterEach
    void stop() {
        classic.close();
    }
}
