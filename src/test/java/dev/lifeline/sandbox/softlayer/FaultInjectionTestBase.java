package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** A workbench on which the pretend Classic misbehaves as it is told, and one guest is launched. */
abstract class FaultInjectionTestBase extends FakeSoftLayerTestBase {

    static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";

    final void injectFault(String body) {
        assertThat(restClient.controlCall("POST", "faults", body).status()).isEqualTo(200);
    }

    /** With a client that does not repeat a GET on its own, as the JDK's does (softlayer.md, trap 1). */
    final void launchWithoutRetry() throws IOException {
        OkHttpClient once =
                new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        Request launch = new Request.Builder()
                .url(classic.url() + "/rest/v3.1/" + WEB_07 + "/executeRescueLayer.json")
                .header("Authorization", RestClient.basic("lifeline", "sandbox-lifeline-api-key"))
                .build();
        once.newCall(launch).execute().close();
    }
}
