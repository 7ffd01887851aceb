package dev.lifeline.sandbox.softlayer;

import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Starts a fake SoftLayer for each test, with a REST client and a clock that the test sets. */
abstract class FakeSoftLayerTestBase {

    final SettableClock clock = new SettableClock();
    FakeSoftLayer softLayer;
    RestClient restClient;

    @BeforeEach
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withClock(clock));
        restClient = RestClient.forBotUser(softLayer);
    }

    @AfterEach
    void stop() {
        softLayer.close();
    }
}
