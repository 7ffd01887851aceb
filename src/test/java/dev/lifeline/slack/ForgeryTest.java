package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.server.Endpoints;
import dev.lifeline.server.Health;
import dev.lifeline.server.HttpDoor;
import dev.lifeline.server.Posted;
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

/** Thousands of requests at the real endpoint that Slack did not send, or not so, and the good one between them. */
class ForgeryTest extends HttpConversation {

    private static final int FORGERIES = 3_000;
    private static final int ELSEWHERE = 2_000;
    private static final int MOST = 1024 * 1024;

    /** Every route there is, what looks like one, and what nobody has. */
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
    private final List<String> kinds =
            List.copyOf(new PayloadKinds(slack.url("/hooks/x").toString()).all().values());
    private HttpDoor endpoint;

    @BeforeEach
    void open() throws IOException {
        Posted posted = (headers, body) -> {
            HttpAnswer answer = door.answer("POST", headers, body);
            return new Posted.Reply(answer.status(), answer.contentType(), answer.body());
        };
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        endpoint = HttpDoor.open(
                "127.0.0.1", 0, new Health(), metrics, new Endpoints(Optional.of(posted), Optional.empty()));
    }

    @AfterEach
    void shut() {
        endpoint.close();
    }

    @Test
    void none_of_thousands_of_forgeries_reaches_anything() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < FORGERIES; i++) {
            SignedPost genuine = genuine(i);
            Forgery forgery = Forgery.values()[i % Forgery.values().length];
            int status = posted("/slack/events", forgery.of(genuine, random)).statusCode();
            assertThat(status)
                    .as("%s of %s", forgery, new String(genuine.body()))
                    .isIn(401, 413);
        }

        assertThat(inbox.asks).isEmpty();
        assertThat(slack.calls()).isEmpty();
    }

    @Test
    void each_genuine_one_reaches_its_listener_and_no_copy_does() throws Exception {
        for (int i = 0; i < 300; i++) {
            SignedPost genuine = genuine(i);
            assertThat(posted("/slack/events", genuine).statusCode())
                    .as(new String(genuine.body()))
                    .isEqualTo(200);
            assertThat(posted("/slack/events", genuine).statusCode()).isEqualTo(401);
        }

        long heard = kinds.stream().filter(ForgeryTest::isAnAsk).count();
        assertThat(inbox.asks).hasSize((int) (300 / kinds.size() * heard + heardOfTheRest(300 % kinds.size())));
    }

    private long heardOfTheRest(int rest) {
        return kinds.subList(0, rest).stream().filter(ForgeryTest::isAnAsk).count();
    }

    private static boolean isAnAsk(String payload) {
        return List.of("\"command\"", "block_actions", "view_submission", "app_mention").stream()
                .anyMatch(payload::contains);
    }

    @Test
    void no_payload_of_another_workspace_or_app_is_heard_whatever_its_kind() throws Exception {
        List<String> foreign = new ArrayList<>();
        for (String kind : kinds) {
            foreign.add(kind.replace("T1OURS", "T2THEIRS"));
            foreign.add(kind.replace("A0APP", "A9OTHER"));
            foreign.add(kind.replace("T1OURS", ""));
            if (!kind.contains("message_action")) foreign.add(kind.replaceAll(",\\s*\"api_app_id\":\"A0APP\"", ""));
        }
        for (int i = 0; i < foreign.size(); i++)
            posted("/slack/events", signed(PayloadKinds.body(PayloadKinds.fresh(foreign.get(i), i))));

        assertThat(inbox.asks).isEmpty();
        assertThat(slack.calls("views.open")).isEmpty();
    }

    /** Genuine ones among them: by another route or method even what Slack signed reaches nothing. */
    @Test
    void no_other_route_and_no_other_method_takes_deliveries() throws Exception {
        Random random = new Random(5);
        Forgery[] forgeries = Forgery.values();
        for (int i = 0; i < ELSEWHERE; i++) {
            SignedPost genuine = genuine(i);
            boolean forged = random.nextBoolean();
            SignedPost sent = forged ? forgeries[random.nextInt(forgeries.length)].of(genuine, random) : genuine;
            boolean atTheDoor = i % 4 == 0;
            String route = atTheDoor ? "/slack/events" : ROUTES.get(random.nextInt(ROUTES.size()));
            boolean post = !atTheDoor && random.nextBoolean();
            refusedAt(route, post ? "POST" : METHODS.get(random.nextInt(METHODS.size())), sent);
        }

        assertThat(inbox.asks).isEmpty();
        assertThat(slack.calls()).isEmpty();
    }

    /** A path that reads no body may hang up before it came. */
    private void refusedAt(String route, String method, SignedPost post) throws Exception {
        try {
            HttpResponse<String> answer = sent(method, route, post);
            if (route.equals("/slack/events")) assertThat(answer.statusCode()).isEqualTo(405);
        } catch (IOException hungUp) {
            assertThat(hungUp.getMessage()).containsAnyOf("header parser", "reset", "closed", "Broken pipe");
        }
    }

    private SignedPost genuine(int i) {
        return signed(PayloadKinds.body(PayloadKinds.fresh(kinds.get(i % kinds.size()), i)));
    }

    private static SignedPost signed(String body) {
        return SignedPost.of(body, SettableClock.NOON.getEpochSecond());
    }

    private HttpResponse<String> posted(String route, SignedPost post) throws Exception {
        return sent("POST", route, post);
    }

    private HttpResponse<String> sent(String method, String route, SignedPost post) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + route))
                .method(method, BodyPublishers.ofByteArray(post.body()));
        for (Map.Entry<String, String> header : post.headers().entrySet())
            if (!header.getValue().isEmpty()) request.header(header.getKey(), header.getValue());
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What somebody without the secret can do. */
    private enum Forgery {
        UNSIGNED {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.signedWith("");
            }
        },
        UNDATED {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.dated("");
            }
        },
        MADE_UP_SIGNATURE {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.signedWith("v0=%016x%016x%016x%016x"
                        .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
            }
        },
        ONE_DIGIT_OFF {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                int at = 3 + random.nextInt(64);
                char digit = genuine.signature().charAt(at);
                return genuine.signedWith(genuine.signature().substring(0, at)
                        + (digit == '0' ? '1' : '0')
                        + genuine.signature().substring(at + 1));
            }
        },
        CUT_SIGNATURE {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.signedWith(genuine.signature().substring(0, random.nextInt(67)));
            }
        },
        OTHER_SECRET {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return SignedPost.of(
                        genuine.body(), now(), List.of("---", " ", "null", "x").get(random.nextInt(4)));
            }
        },
        ONE_BIT_OFF {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                byte[] altered = genuine.body().clone();
                altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(7));
                return genuine.saying(altered);
            }
        },
        LONGER {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                byte[] longer = java.util.Arrays.copyOf(genuine.body(), genuine.body().length + 1 + random.nextInt(9));
                return genuine.saying(longer);
            }
        },
        REDATED {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.dated(Long.toString(now() + 1 + random.nextInt(200)));
            }
        },
        STALE {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return SignedPost.of(genuine.body(), now() - 301 - random.nextInt(1_000_000), StubSlack.SECRET);
            }
        },
        EARLY {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return SignedPost.of(genuine.body(), now() + 301 + random.nextInt(1_000_000), StubSlack.SECRET);
            }
        },
        ODD_DATE {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                return genuine.dated(List.of("now", "-1", "1e9", "99999999999999999999", "+" + now(), "0x1")
                        .get(random.nextInt(6)));
            }
        },
        OVERSIZED {
            @Override
            SignedPost of(SignedPost genuine, Random random) {
                boolean seldom = random.nextInt(20) == 0; // a mebibyte each
                return seldom
                        ? SignedPost.of(java.util.Arrays.copyOf(genuine.body(), MOST + 1), now(), StubSlack.SECRET)
                        : genuine.signedWith("v0=");
            }
        };

        abstract SignedPost of(SignedPost genuine, Random random);

        private static long now() {
            return SettableClock.NOON.getEpochSecond();
        }
    }
}
