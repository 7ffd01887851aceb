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

/**
 * Sends signed HTTP requests to the app's request URL, one URL for events, interactivity and commands
 * (src/docs/platform/slack.md, section HTTP mode).
 */
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

    /** The URL, and whether it has answered the challenge. */
    private record RequestUrl(URI url, CompletableFuture<Boolean> verification) {}

    HttpTransport(TimestampClock clock, Timers timers, Credentials credentials) {
        this.clock = clock;
        this.timers = timers;
        this.signer = new RequestSigner(credentials.signingSecret());
        this.verificationToken = credentials.verificationToken();
    }

    /** Sets the URL and challenges it; one that does not answer yet is challenged again before the first delivery. */
    void setRequestUrl(URI url) {
        var unused = startVerification(url).verification().thenAccept(verified -> {
            if (!verified) LOG.warn("Request URL {} did not answer the url_verification challenge", url);
        });
    }

    private RequestUrl startVerification(URI url) {
        RequestUrl current = new RequestUrl(url, verifyUrl(url));
        requestUrl = Optional.of(current);
        return current;
    }

    @Override
    public boolean isAvailable() {
        return requestUrl.isPresent();
    }

    @Override
    public CompletableFuture<Ack> deliver(Envelope envelope) {
        long startMillis = clock.now().toEpochMilli();
        RequestUrl target = requestUrl.orElseThrow();
        CompletableFuture<Ack> timeout = new CompletableFuture<>();
        timers.schedule(ACK_TIMEOUT, () -> timeout.complete(Ack.failed(Ack.Outcome.HTTP_TIMED_OUT, millisSince(startMillis))));
        return verified(target)
                .thenCompose(verified -> verified ? send(request(target.url(), envelope)) : unverifiedFailure())
                .handle((response, failure) -> toAck(response, failure, startMillis))
                .applyToEither(timeout, ack -> ack);
    }

    private CompletableFuture<Boolean> verified(RequestUrl target) {
        return target.verification()
                .thenCompose(verified -> verified ? target.verification() : startVerification(target.url()).verification());
    }

    private static CompletableFuture<HttpResponse<String>> unverifiedFailure() {
        return CompletableFuture.failedFuture(new IllegalStateException("the request URL is not verified"));
    }

    /** Sends {@code url_verification}; the response must contain the challenge, bare or as JSON. */
    private CompletableFuture<Boolean> verifyUrl(URI target) {
        String challenge = UUID.randomUUID().toString();
        ObjectNode body = Json.object("token", verificationToken, "challenge", challenge, "type", "url_verification");
        return send(signedRequest(target, HttpBody.json(body)).build())
                .thenApply(response ->
                        response.statusCode() == OK && response.body().contains(challenge))
                .exceptionally(unreachable -> false);
    }

    private HttpRequest request(URI target, Envelope envelope) {
        HttpRequest.Builder request = signedRequest(target, HttpBody.of(envelope));
        if (envelope.retry().attempt() == 0) return request.build();
        return request.header(
                        "X-Slack-Retry-Num", String.valueOf(envelope.retry().attempt()))
                .header("X-Slack-Retry-Reason", envelope.retry().reason())
                .build();
    }

    private HttpRequest.Builder signedRequest(URI target, HttpBody body) {
        long timestamp = clock.epochSecond();
        return HttpRequest.newBuilder(target)
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

    private Ack toAck(@Nullable HttpResponse<String> response, @Nullable Throwable failure, long startMillis) {
        if (response == null || failure != null) return Ack.failed(Ack.Outcome.NOT_DISPATCHED, millisSince(startMillis));
        int status = response.statusCode();
        if (status >= OK && status < MULTIPLE_CHOICES)
            return new Ack(Ack.Outcome.ACKED, payload(response.body()), millisSince(startMillis), status);
        boolean noRetry = response.headers()
                .firstValue("x-slack-no-retry")
                .filter("1"::equals)
                .isPresent();
        Ack.Outcome outcome = noRetry ? Ack.Outcome.HTTP_ERROR_NO_RETRY : Ack.Outcome.HTTP_ERROR;
        return new Ack(outcome, Optional.empty(), millisSince(startMillis), status);
    }

    /** JSON as it is, any other text as a message to be shown. */
    private static Optional<JsonNode> payload(String body) {
        if (body.isBlank()) return Optional.empty();
        return Json.parse(body).filter(JsonNode::isObject).or(() -> Optional.of(Json.object("text", body)));
    }

    private long millisSince(long startMillis) {
        return clock.now().toEpochMilli() - startMillis;
    }
}
