package dev.lifeline.sandbox.softlayer;

import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pretend Classic of its own for each test, with a client at it and a clock that the test sets. */
abstract class FakeSoftLayerTestBase {

    final SettableClock clock = new SettableClock();
    FakeSoftLayer classic;
    RestClient restClient;

    @BeforeEach
    void start() throws IOException {
        classic = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withClock(clock));
        restClient = RestClient.forBotUser(classic);
    }

    @AfterEach
    void stop() {
        classic.close();
    }
}
