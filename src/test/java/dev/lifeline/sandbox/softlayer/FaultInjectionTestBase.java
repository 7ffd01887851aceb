package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Starts a fake SoftLayer for each test, injects faults into it and launches a rescue on one guest. */
abstract class FaultInjectionTestBase extends FakeSoftLayerTestBase {

    static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";

    final void injectFault(String body) {
        assertThat(restClient.controlCall("POST", "faults", body).status()).isEqualTo(200);
    }

    /**
     * Launches with a client that does not repeat a GET by itself, as the JDK's does (src/docs/platform/softlayer.md,
     * section Known issues).
     */
    final void launchWithoutRetry() throws IOException {
        OkHttpClient once =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        Request launch = new Request.Builder()
                .url(softLayer.url() + "/rest/v3.1/" + WEB_07 + "/executeRescueLayer.json")
                .header("Authorization", RestClient.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        once.newCall(launch).execute().close();
    }
}
