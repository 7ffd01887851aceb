package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.TimestampClock;
import dev.lifeline.sandbox.slack.workspace.Credentials;
import dev.lifeline.sandbox.slack.workspace.Json;
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
final class HttpTransport implements DeliveryTransport {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ACK_TIMEOUT)
            .build();
    private final TimestampClock clock;
    private final Timers timers;
    private final RequestSigner signer;
    private final String verificationToken;
    private volatile Optional<RequestUrl> requestUrl = Optional.empty();

    /** Where to deliver, and whether it has answered, or will answer, the challenge. */
    private record RequestUrl(URI url, CompletableFuture<Boolean> verification) {}

    HttpTransport(TimestampClock clock, Timers timers, Credentials credentials) {
        this.clock = clock;
        this.timers = timers;
        this.signer = new RequestSigner(credentials.signingSecret());
        this.verificationToken = credentials.verificationToken();
    }

    /** Takes a URL and asks it to prove itself; one that cannot yet is asked again before the first delivery. */
    void setRequestUrl(URI url) {
        var unused = startVerification(url).verification().thenAccept(proved -> {
            if (!proved) LOG.warn("{} did not answer the url_verification challenge", url);
        });
    }

    private RequestUrl startVerification(URI url) {
        RequestUrl asked = new RequestUrl(url, verifyUrl(url));
        requestUrl = Optional.of(asked);
        return asked;
    }

    @Override
    public boolean isAvailable() {
        return requestUrl.isPresent();
    }

    @Override
    public CompletableFuture<Ack> deliver(Envelope envelope) {
        long since = clock.now().toEpochMilli();
        RequestUrl to = requestUrl.orElseThrow();
        CompletableFuture<Ack> late = new CompletableFuture<>();
        timers.schedule(ACK_TIMEOUT, () -> late.complete(Ack.failed(Ack.Outcome.HTTP_TIMED_OUT, millisSince(since))));
        return verified(to)
                .thenCompose(proved -> proved ? send(request(to.url(), envelope)) : unverifiedFailure())
                .handle((response, failure) -> toAck(response, failure, since))
                .applyToEither(late, ack -> ack);
    }

    private CompletableFuture<Boolean> verified(RequestUrl to) {
        return to.verification()
                .thenCompose(proved -> proved ? to.verification() : startVerification(to.url()).verification());
    }

    private static CompletableFuture<HttpResponse<String>> unverifiedFailure() {
        return CompletableFuture.failedFuture(new IllegalStateException("the request URL is not verified"));
    }

    /** The handshake of a new URL: it must answer with the challenge, bare or as JSON. */
    private CompletableFuture<Boolean> verifyUrl(URI to) {
        String challenge = UUID.randomUUID().toString();
        ObjectNode body = Json.object("token", verificationToken, "challenge", challenge, "type", "url_verification");
        return send(signedRequest(to, HttpBody.json(body)).build())
                .thenApply(response ->
                        response.statusCode() == OK && response.body().contains(challenge))
                .exceptionally(unreachable -> false);
    }

    private HttpRequest request(URI to, Envelope envelope) {
        HttpRequest.Builder request = signedRequest(to, HttpBody.of(envelope));
        if (envelope.retry().attempt() == 0) return request.build();
        return request.header(
                        "X-Slack-Retry-Num", String.valueOf(envelope.retry().attempt()))
                .header("X-Slack-Retry-Reason", envelope.retry().reason())
                .build();
    }

    private HttpRequest.Builder signedRequest(URI to, HttpBody body) {
        long timestamp = clock.epochSecond();
        return HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(ACK_TIMEOUT.toSeconds() * 2))
                .header("Content-Type", body.mediaType())
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", String.valueOf(timestamp))
                .header("X-Slack-Signature", signer.sign(timestamp, body.text()))
                .POST(HttpRequest.BodyPublishers.ofString(body.text()));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private Ack toAck(@Nullable HttpResponse<String> response, @Nullable Throwable failure, long since) {
        if (response == null || failure != null) return Ack.failed(Ack.Outcome.NOT_DISPATCHED, millisSince(since));
        int status = response.statusCode();
        if (status >= OK && status < MULTIPLE_CHOICES)
            return new Ack(Ack.Outcome.ACKED, payload(response.body()), millisSince(since), status);
        boolean forGood = response.headers()
                .firstValue("x-slack-no-retry")
                .filter("1"::equals)
                .isPresent();
        Ack.Outcome outcome = forGood ? Ack.Outcome.HTTP_ERROR_NO_RETRY : Ack.Outcome.HTTP_ERROR;
        return new Ack(outcome, Optional.empty(), millisSince(since), status);
    }

    /** JSON as it is, any other text as a message to be shown. */
    private static Optional<JsonNode> payload(String body) {
        if (body.isBlank()) return Optional.empty();
        return Json.parse(body).filter(JsonNode::isObject).or(() -> Optional.of(Json.object("text", body)));
    }

    private long millisSince(long since) {
        return clock.now().toEpochMilli() - since;
    }
}
