package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Clockwork;
import dev.lifeline.sandbox.slack.world.Credentials;
import dev.lifeline.sandbox.slack.world.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed HTTP requests to the one URL that the app gave for events, interactivity and commands (slack.md 2.6). */
final class HttpCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCarrier.class);
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Clockwork clock;
    private final Alarms alarms;
    private final Signature signature;
    private final String verificationToken;
    private volatile Optional<Target> target = Optional.empty();

    /** Where to deliver, and whether it has answered, or will answer, the challenge. */
    private record Target(URI url, CompletableFuture<Boolean> proof) {}

    HttpCarrier(Clockwork clock, Alarms alarms, Credentials credentials) {
        this.clock = clock;
        this.alarms = alarms;
        this.signature = new Signature(credentials.signingSecret());
        this.verificationToken = credentials.verificationToken();
    }

    /** Takes a URL and asks it to prove itself; one that cannot yet is asked again before the first delivery. */
    void deliverTo(URI url) {
        var unused = newTarget(url).proof().thenAccept(proved -> {
            if (!proved) LOG.warn("{} did not answer the url_verification challenge", url);
        });
    }

    private Target newTarget(URI url) {
        Target asked = new Target(url, verify(url));
        target = Optional.of(asked);
        return asked;
    }

    @Override
    public boolean ready() {
        return target.isPresent();
    }

    @Override
    public CompletableFuture<Ack> carry(Envelope envelope) {
        long since = clock.now().toEpochMilli();
        Target to = target.orElseThrow();
        CompletableFuture<Ack> late = new CompletableFuture<>();
        alarms.after(PATIENCE, () -> late.complete(Ack.failed(Ack.Outcome.HTTP_TIMED_OUT, took(since))));
        return proved(to)
                .thenCompose(proved -> proved ? send(request(to.url(), envelope)) : refused())
                .handle((response, failure) -> read(response, failure, since))
                .applyToEither(late, ack -> ack);
    }

    private CompletableFuture<Boolean> proved(Target to) {
        return to.proof()
                .thenCompose(proved -> proved ? to.proof() : newTarget(to.url()).proof());
    }

    private static CompletableFuture<HttpResponse<String>> refused() {
        return CompletableFuture.failedFuture(new IllegalStateException("the request URL is not verified"));
    }

    /** The handshake of a new URL: it must answer with the challenge, bare or as JSON. */
    private CompletableFuture<Boolean> verify(URI to) {
        String challenge = UUID.randomUUID().toString();
        ObjectNode body = Json.object("token", verificationToken, "challenge", challenge, "type", "url_verification");
        return send(signed(to, HttpBody.json(body)).build())
                .thenApply(response ->
                        response.statusCode() == OK && response.body().contains(challenge))
                .exceptionally(unreachable -> false);
    }

    private HttpRequest request(URI to, Envelope envelope) {
        HttpRequest.Builder request = signed(to, HttpBody.of(envelope));
        if (envelope.retry().attempt() == 0) return request.build();
        return request.header(
                        "X-Slack-Retry-Num", String.valueOf(envelope.retry().attempt()))
                .header("X-Slack-Retry-Reason", envelope.retry().reason())
                .build();
    }

    private HttpRequest.Builder signed(URI to, HttpBody body) {
        long timestamp = clock.epochSecond();
        return HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(PATIENCE.toSeconds() * 2))
                .header("Content-Type", body.mediaType())
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", String.valueOf(timestamp))
                .header("X-Slack-Signature", signature.of(timestamp, body.text()))
                .POST(HttpRequest.BodyPublishers.ofString(body.text()));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private Ack read(@Nullable HttpResponse<String> response, @Nullable Throwable failure, long since) {
        if (response == null || failure != null) return Ack.failed(Ack.Outcome.NOT_DISPATCHED, took(since));
        int status = response.statusCode();
        if (status >= OK && status < MULTIPLE_CHOICES)
            return new Ack(Ack.Outcome.ACKED, payload(response.body()), took(since), status);
        boolean forGood = response.headers()
                .firstValue("x-slack-no-retry")
                .filter("1"::equals)
                .isPresent();
        Ack.Outcome outcome = forGood ? Ack.Outcome.REFUSED_FOR_GOOD : Ack.Outcome.REFUSED;
        return new Ack(outcome, Optional.empty(), took(since), status);
    }

    /** JSON as it is, any other text as a message to be shown. */
    private static Optional<JsonNode> payload(String body) {
        if (body.isBlank()) return Optional.empty();
        return Json.read(body).filter(JsonNode::isObject).or(() -> Optional.of(Json.object("text", body)));
    }

    private long took(long since) {
        return clock.now().toEpochMilli() - since;
    }
}
