package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What do plain Bolt and our frame make of the process that they run in, and what do they leave behind in it? */
final class EnvironmentProbe {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1/api/");
    private static final String SHORT_TOKEN = "xoxb-short";

    /** Static, and there as soon as the SDK is looked at; it is those of each use that add up. */
    private static final int OF_THE_SDK_ITSELF = 8;

    private static final int TIMES = 5;

    private EnvironmentProbe() {}

    public static void main(String[] questions) throws Exception {
        switch (questions[0]) {
            case "environment" -> environment();
            case "signature" -> signature();
            default -> remains();
        }
    }

    private static void environment() {
        AppConfig plain = AppConfig.builder().build();
        say("environment, plain " + plain.isDistributedApp() + " " + new SlackConfig().getProxyUrl());
        BoltFrame ours = new BoltFrame(NOBODY);
        say("environment, ours " + ours.app().config().isDistributedApp() + " "
                + ours.slack().getConfig().getProxyUrl());
        ours.close();
    }

    private static void signature() {
        Instant now = Instant.now();
        byte[] body = "text=perch\u00e9".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers =
                SignedPost.of(body, now.getEpochSecond(), StubSlack.SECRET).headers();
        String signature = headers.getOrDefault("x-slack-signature", "");
        String timestamp = headers.getOrDefault("x-slack-request-timestamp", "");
        SlackSignature.Verifier plain = new SlackSignature.Verifier(new SlackSignature.Generator(StubSlack.SECRET));
        say("signature, plain " + plain.isValid(timestamp, new String(body, StandardCharsets.UTF_8), signature));
        say("signature, ours " + new Signature(StubSlack.SECRET).holds(signature, timestamp, body, now));
    }

    /** Ours first, since what plain Bolt leaves behind stays. */
    private static void remains() throws Exception {
        ((Logger) LoggerFactory.getLogger("com.slack.api")).setLevel(Level.DEBUG);
        try (StubSlack slack = new StubSlack()) {
            URI api = slack.account().apiUrl();
            for (int i = 1; i < TIMES; i++) ours(api);
            say("short token, ours " + ours(api));
            await().until(() -> statistics() <= OF_THE_SDK_ITSELF); // they take a moment to end
            say("threads left, ours none");
            for (int i = 1; i < TIMES; i++) plain(api);
            say("short token, plain " + plain(api));
            say("threads left, plain " + (statistics() - OF_THE_SDK_ITSELF));
        }
    }

    private static String ours(URI api) throws Exception {
        try (BoltFrame frame = new BoltFrame(api)) {
            return asked(frame.slack());
        }
    }

    private static String plain(URI api) throws Exception {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        App app = new App(AppConfig.builder().slack(Slack.getInstance(config)).build());
        String answer = asked(app.slack());
        app.stop();
        return answer;
    }

    private static String asked(Slack slack) throws Exception {
        try {
            return slack.methods(SHORT_TOKEN).authTest(request -> request).isOk() ? "fine" : "refused";
        } catch (StringIndexOutOfBoundsException broken) {
            return "broken";
        }
    }

    private static long statistics() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .count();
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
