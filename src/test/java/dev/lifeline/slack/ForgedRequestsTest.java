package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.http.BotHttpServer;
import dev.lifeline.http.Endpoints;
import dev.lifeline.http.HealthChecks;
import dev.lifeline.http.ListenAddress;
import dev.lifeline.http.SlackEndpoint;
import dev.lifeline.testkit.Fixtures;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of forged or altered requests at the real endpoint, with a genuine one among them. */
class ForgedRequestsTest extends HttpModeTestBase {

    private static final int FORGED_REQUESTS = 3_000;
    private static final int REQUESTS_TO_OTHER_ROUTES = 2_000;
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Every route that exists, near misses, and routes that do not exist. */
    private static final List<String> ROUTES = List.of(
            "/",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/link/a-code-that-somebody-made-up",
            "/link/a-code-that-somebody-made-up/confirm",
            "/link/page.css",
            "/link/",
            "/slack",
            "/slack/",
            "/slack/events/",
            "/slack/events/x",
            "/slack//events",
            "/SLACK/EVENTS",
            "/slack/commands",
            "/slack/interactive",
            "/sandbox/act",
            "/%73lack/events%2f",
            "/slack/events;x=/..");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> payloads = List.copyOf(
            new SamplePayloads(slack.url("/hooks/x").toString()).all().values());
    private BotHttpServer server;

    @BeforeEach
    void openServer() throws IOException {
        SlackEndpoint slackEndpoint = (headers, body) -> adapter.handleHttpRequest("POST", headers, body);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        server = BotHttpServer.start(
                new ListenAddress("127.0.0.1", 0, Optional.empty()),
                new HealthChecks(),
                metrics,
                new Endpoints(Optional.of(slackEndpoint), Optional.empty()));
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void none_of_thousands_of_forgeries_reaches_anything() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < FORGED_REQUESTS; i++) {
            SignedRequest genuine = genuine(i);
            Forgery forgery = Forgery.values()[i % Forgery.values().length];
            int status = post("/slack/events", forgery.forge(genuine, random)).statusCode();
            assertThat(status)
                    .as("%s of %s", forgery, new String(genuine.body()))
                    .isIn(401, 413);
        }

        assertThat(inbox.interactions).isEmpty();
        assertThat(slack.calls()).isEmpty();
    }

    @Test
    void each_genuine_one_reaches_its_listener_and_no_copy_does() throws Exception {
        for (int i = 0; i < 300; i++) {
            SignedRequest genuine = genuine(i);
            assertThat(post("/slack/events", genuine).statusCode())
                    .as(new String(genuine.body()))
                    .isEqualTo(200);
            assertThat(post("/slack/events", genuine).statusCode()).isEqualTo(401);
        }

        long interactionPayloads =
                payloads.stream().filter(ForgedRequestsTest::isInteraction).count();
        assertThat(inbox.interactions).hasSize((int)
                (300 / payloads.size() * interactionPayloads + expectedInteractions(300 % payloads.size())));
    }

    private long expectedInteractions(int status) {
        return payloads.subList(0, status).stream()
                .filter(ForgedRequestsTest::isInteraction)
                .count();
    }

    private static boolean isInteraction(String payload) {
        return List.of("\"command\"", "block_actions", "view_submission", "app_mention").stream()
                .anyMatch(payload::contains);
    }

    @Test
    void no_payload_of_another_workspace_or_app_is_processed_whatever_its_kind() throws Exception {
        List<String> foreign = new ArrayList<>();
        for (String kind : payloads) {
            foreign.add(kind.replace("T1OURS", "T2THEIRS"));
            foreign.add(kind.replace("A0APP", "A9OTHER"));
            foreign.add(kind.replace("T1OURS", ""));
            if (!kind.contains("message_action")) foreign.add(kind.replaceAll(",\\s*\"api_app_id\":\"A0APP\"", ""));
        }
        for (int i = 0; i < foreign.size(); i++)
            post("/slack/events", signed(SamplePayloads.requestBody(SamplePayloads.withFreshIds(foreign.get(i), i))));

        assertThat(inbox.interactions).isEmpty();
        assertThat(slack.calls("views.open")).isEmpty();
    }

    /** Genuine requests included: on another route or by another method even a valid signature reaches nothing. */
    @Test
    void no_other_route_and_no_other_method_takes_deliveries() throws Exception {
        Random random = new Random(5);
        Forgery[] forgeries = Forgery.values();
        for (int i = 0; i < REQUESTS_TO_OTHER_ROUTES; i++) {
            SignedRequest genuine = genuine(i);
            boolean forged = random.nextBoolean();
            SignedRequest sent = forged ? forgeries[random.nextInt(forgeries.length)].forge(genuine, random) : genuine;
            boolean genuineEndpoint = i % 4 == 0;
            String route = genuineEndpoint ? "/slack/events" : ROUTES.get(random.nextInt(ROUTES.size()));
            boolean post = !genuineEndpoint && random.nextBoolean();
            assertRejected(route, post ? "POST" : METHODS.get(random.nextInt(METHODS.size())), sent);
        }

        assertThat(inbox.interactions).isEmpty();
        assertThat(slack.calls()).isEmpty();
    }

    /** A route that reads no body may close the connection before the body was sent. */
    private void assertRejected(String route, String method, SignedRequest post) throws Exception {
        try {
            HttpResponse<String> response = send(method, route, post);
            if (route.equals("/slack/events")) assertThat(response.statusCode()).isEqualTo(405);
        } catch (IOException e) {
            assertThat(e.getMessage()).containsAnyOf("header parser", "reset", "closed", "Broken pipe");
        }
    }

    private SignedRequest genuine(int i) {
        return signed(SamplePayloads.requestBody(SamplePayloads.withFreshIds(payloads.get(i % payloads.size()), i)));
    }

    private static SignedRequest signed(String body) {
        return SignedRequest.sign(body, Fixtures.NOON.getEpochSecond());
    }

    private HttpResponse<String> post(String route, SignedRequest post) throws Exception {
        return send("POST", route, post);
    }

    private HttpResponse<String> send(String method, String route, SignedRequest post) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + route))
                .method(method, BodyPublishers.ofByteArray(post.body()));
        for (Map.Entry<String, String> header : post.headers().entrySet())
            if (!header.getValue().isEmpty()) request.header(header.getKey(), header.getValue());
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The alterations that are possible without the signing secret. */
    private enum Forgery {
        UNSIGNED {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withSignature("");
            }
        },
        NO_TIMESTAMP {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withTimestamp("");
            }
        },
        RANDOM_SIGNATURE {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withSignature("v0=%016x%016x%016x%016x"
                        .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
            }
        },
        ONE_DIGIT_OFF {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                int position = 3 + random.nextInt(64);
                char digit = genuine.signature().charAt(position);
                return genuine.withSignature(genuine.signature().substring(0, position)
                        + (digit == '0' ? '1' : '0')
                        + genuine.signature().substring(position + 1));
            }
        },
        TRUNCATED_SIGNATURE {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withSignature(genuine.signature().substring(0, random.nextInt(67)));
            }
        },
        OTHER_SECRET {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return SignedRequest.sign(
                        genuine.body(),
                        nowSeconds(),
                        List.of("---", " ", "null", "x").get(random.nextInt(4)));
            }
        },
        ONE_BIT_OFF {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                byte[] altered = genuine.body().clone();
                altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(7));
                return genuine.withBody(altered);
            }
        },
        EXTENDED_BODY {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                byte[] longer = java.util.Arrays.copyOf(genuine.body(), genuine.body().length + 1 + random.nextInt(9));
                return genuine.withBody(longer);
            }
        },
        CHANGED_TIMESTAMP {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withTimestamp(Long.toString(nowSeconds() + 1 + random.nextInt(200)));
            }
        },
        OLD_TIMESTAMP {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return SignedRequest.sign(
                        genuine.body(), nowSeconds() - 301 - random.nextInt(1_000_000), StubSlack.SIGNING_SECRET);
            }
        },
        FUTURE_TIMESTAMP {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return SignedRequest.sign(
                        genuine.body(), nowSeconds() + 301 + random.nextInt(1_000_000), StubSlack.SIGNING_SECRET);
            }
        },
        MALFORMED_TIMESTAMP {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                return genuine.withTimestamp(
                        List.of("now", "-1", "1e9", "99999999999999999999", "+" + nowSeconds(), "0x1")
                                .get(random.nextInt(6)));
            }
        },
        OVERSIZED_BODY {
            @Override
            SignedRequest forge(SignedRequest genuine, Random random) {
                boolean oversized = random.nextInt(20) == 0; // a mebibyte each
                return oversized
                        ? SignedRequest.sign(
                                java.util.Arrays.copyOf(genuine.body(), MAX_BODY_BYTES + 1),
                                nowSeconds(),
                                StubSlack.SIGNING_SECRET)
                        : genuine.withSignature("v0=");
            }
        };

        abstract SignedRequest forge(SignedRequest genuine, Random random);

        private static long nowSeconds() {
            return Fixtures.NOON.getEpochSecond();
        }
    }
}
