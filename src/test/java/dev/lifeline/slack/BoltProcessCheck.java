package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.lifeline.slack.inbound.BoltApp;
import dev.lifeline.slack.inbound.RequestVerifier;
import dev.lifeline.transport.HttpProxies;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Counts the threads that plain Bolt and the bot's adapter start and leave behind in a process of their own. */
public final class BoltProcessCheck {

    private static final URI UNREACHABLE_URL = URI.create("http://127.0.0.1:1/api/");
    private static final String SHORT_TOKEN = "xoxb-short";

    /** Static threads of the SDK, started once; only threads per use add up. */
    private static final int SDK_STATIC_THREADS = 8;

    private static final int REPETITIONS = 5;

    private BoltProcessCheck() {}

    public static void main(String[] checks) throws Exception {
        switch (checks[0]) {
            case "environment" -> checkEnvironment();
            case "signature" -> checkSignature();
            default -> checkLeftoverThreads();
        }
    }

    private static void checkEnvironment() {
        AppConfig plain = AppConfig.builder().build();
        print("environment, plain " + plain.isDistributedApp() + " " + new SlackConfig().getProxyUrl());
        BoltApp boltApp = new BoltApp(UNREACHABLE_URL, HttpProxies.JVM_DEFAULT);
        print("environment, ours " + boltApp.app().config().isDistributedApp() + " "
                + boltApp.slack().getConfig().getProxyUrl());
        boltApp.close();
    }

    private static void checkSignature() {
        Instant now = Instant.now();
        byte[] body = "text=perch\u00e9".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = SignedRequest.sign(body, now.getEpochSecond(), StubSlack.SIGNING_SECRET)
                .headers();
        String signature = headers.getOrDefault("x-slack-signature", "");
        String timestamp = headers.getOrDefault("x-slack-request-timestamp", "");
        SlackSignature.Verifier plain =
                new SlackSignature.Verifier(new SlackSignature.Generator(StubSlack.SIGNING_SECRET));
        print("signature, plain " + plain.isValid(timestamp, new String(body, StandardCharsets.UTF_8), signature));
        print("signature, ours "
                + new RequestVerifier(StubSlack.SIGNING_SECRET).isValid(signature, timestamp, body, now));
    }

    /** The bot's adapter first, since threads of plain Bolt stay. */
    private static void checkLeftoverThreads() throws Exception {
        ((Logger) LoggerFactory.getLogger("com.slack.api")).setLevel(Level.DEBUG);
        try (StubSlack slack = new StubSlack()) {
            URI api = slack.account().apiUrl();
            for (int i = 1; i < REPETITIONS; i++) authTestWithAdapter(api);
            print("short token, ours " + authTestWithAdapter(api));
            await().until(() -> metricsThreads() <= SDK_STATIC_THREADS); // threads need a moment to end
            print("threads left, ours none");
            for (int i = 1; i < REPETITIONS; i++) authTestWithPlainBolt(api);
            print("short token, plain " + authTestWithPlainBolt(api));
            print("threads left, plain " + (metricsThreads() - SDK_STATIC_THREADS));
        }
    }

    private static String authTestWithAdapter(URI api) throws Exception {
        try (BoltApp frame = new BoltApp(api, HttpProxies.JVM_DEFAULT)) {
            return authTestResult(frame.slack());
        }
    }

    private static String authTestWithPlainBolt(URI api) throws Exception {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        App app = new App(AppConfig.builder().slack(Slack.getInstance(config)).build());
        String result = authTestResult(app.slack());
        app.stop();
        return result;
    }

    private static String authTestResult(Slack slack) throws Exception {
        try {
            return slack.methods(SHORT_TOKEN).authTest(request -> request).isOk() ? "fine" : "refused";
        } catch (StringIndexOutOfBoundsException e) {
            return "broken";
        }
    }

    private static long metricsThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .count();
    }

    private static void print(String text) {
        System.out.println(text);
    }
}
