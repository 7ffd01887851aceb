package dev.lifeline.testkit;

import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A second account of the provider, named lab: the devices of the first at other addresses, with the same ids, and other people. */
public final class LabAccount implements AutoCloseable {

    private final JsonHttpClient http = new JsonHttpClient();
    private final FakeSoftLayer fake;

    private LabAccount(FakeSoftLayer fake) {
        this.fake = fake;
    }

    public static LabAccount start() {
        try {
            return new LabAccount(FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0)
                    .withSpeed(EnvironmentOptions.PROVIDER_SPEED)
                    .ofSecondAccount()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bot that serves both accounts. */
    public BotEnvironment environment() {
        return EnvironmentOptions.startWith("", fake);
    }

    /** A bot with this policy that serves both accounts. */
    public BotEnvironment environment(String policy) {
        return EnvironmentOptions.startWith(policy, fake);
    }

    /** The number of calls of a method of this account's provider. */
    public long calls(String method) {
        return StreamSupport.stream(http.get(fake.url() + "/sandbox/calls").spliterator(), false)
                .filter(call -> call.path("method").asText().endsWith("::" + method))
                .count();
    }

    /** Every call fails from now on. */
    public void fail() {
        http.post(fake.url() + "/sandbox/faults", Map.of("fault", "504"));
    }

    @Override
    public void close() {
        fake.close();
    }
}
