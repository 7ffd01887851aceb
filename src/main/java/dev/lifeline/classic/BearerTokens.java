package dev.lifeline.classic;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Bearer tokens that IBM Cloud IAM gives for an API key; they live an hour and are renewed before that is over (softlayer.md 1.1). One
 * is fetched at a time, whoever asks; none is kept but in memory.
 */
final class BearerTokens implements Credential {

    private static final String GRANT = "urn:ibm:params:oauth:grant-type:apikey";
    private static final Duration ENOUGH_FOR_A_READ = Duration.ofMinutes(5);
    /** An order may be answered after two minutes, and must not be turned away for its token. */
    private static final Duration ENOUGH_FOR_AN_ORDER = Duration.ofMinutes(15);

    private static final long LONGEST_LIFE_SECONDS = 24 * 60 * 60;

    private record Token(String header, Instant until, boolean young) {

        /** One that was just given is used however short it lives, else it would be fetched for ever. */
        boolean lasts(Instant now, Duration enough) {
            return now.plus(enough).isBefore(until) || (young && now.isBefore(until));
        }
    }

    private final OkHttpClient line;
    private final String endpoint;
    private final String key;
    private final InstantSource clock;
    private final AnswerReader reader = new AnswerReader();
    private Optional<Token> current = Optional.empty();

    /** @param iam where IAM answers, such as {@code https://iam.cloud.ibm.com} */
    BearerTokens(OkHttpClient line, URI iam, String key, InstantSource clock) {
        this.line = line;
        this.endpoint = iam.toString().replaceAll("/+$", "") + "/identity/token";
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String header() throws IOException {
        return lasting(ENOUGH_FOR_A_READ);
    }

    @Override
    public String headerForOrder() throws IOException {
        return lasting(ENOUGH_FOR_AN_ORDER);
    }

    @Override
    public synchronized boolean renews(String refused) {
        current = current.filter(token -> !token.header().equals(refused));
        return true;
    }

    private synchronized String lasting(Duration enough) throws IOException {
        Optional<Token> known = current.filter(token -> token.lasts(clock.instant(), enough));
        if (known.isEmpty()) current = Optional.of(fetched());
        return current.orElseThrow().header();
    }

    private Token fetched() throws IOException {
        Request request = new Request.Builder()
                .url(endpoint)
                .header("Accept", "application/json")
                .header("User-Agent", "lifeline")
                .post(new FormBody.Builder()
                        .add("grant_type", GRANT)
                        .add("apikey", key)
                        .build())
                .build();
        try (Response response = line.newCall(request).execute()) {
            return token(read(response), response.code());
        }
    }

    /** IAM tells errors in another shape than the classic API; what counts is whether the key is at fault. */
    private Answer read(Response response) throws IOException {
        try {
            return reader.read(response);
        } catch (ApiRefusal refusal) {
            int status = response.code();
            boolean keyAtFault = status == 400 || status == 401 || status == 403;
            if (!keyAtFault) throw refusal;
            throw new ApiRefusal(
                    ApiError.garbled(ApiError.Kind.UNAUTHORIZED, status, "IAM gives no token for this API key"));
        }
    }

    private Token token(Answer answer, int status) {
        Row row = answer.row().orElseThrow(() -> unreadable(status));
        String text = row.text("access_token").filter(BearerTokens::fitsAHeader).orElseThrow(() -> unreadable(status));
        long seconds = Math.max(
                0, Math.min(LONGEST_LIFE_SECONDS, row.number("expires_in").orElse(0)));
        Instant until = clock.instant().plusSeconds(seconds);
        boolean young = seconds <= ENOUGH_FOR_AN_ORDER.toSeconds();
        return new Token("Bearer " + text, until, young);
    }

    private static boolean fitsAHeader(String token) {
        return token.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    private static ApiRefusal unreadable(int status) {
        return new ApiRefusal(ApiError.garbled(ApiError.Kind.UNREADABLE, status, "IAM's answer holds no token"));
    }
}
