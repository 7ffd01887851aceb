package dev.lifeline.classic;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * How is a question asked until it is answered? Again after a pause while that may help, and not at all while nothing helps.
 *
 * @param <A> what an answer is understood as
 */
final class Asking<A> {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final double JITTER = 0.3;
    /** The line rests when most of these many calls within this time came to nothing. */
    private static final Duration WATCHED = Duration.ofSeconds(30);

    private static final int ENOUGH_CALLS = 20;
    private static final int FAILED_PERCENT = 80;
    private static final Duration REST = Duration.ofSeconds(5);

    private final OkHttpClient line;
    private final Addressing addressing;
    private final Pace pace;
    private final FailsafeExecutor<A> patiently;
    private final Reading<A> reader;

    Asking(OkHttpClient line, Addressing addressing, Pace pace, ClassicTuning.Retries retries, Reading<A> reader) {
        this.reader = reader;
        this.line = line;
        this.addressing = addressing;
        this.pace = pace;
        this.patiently = Failsafe.with(Asking.<A>retrying(retries)).compose(Asking.<A>breaker());
    }

    private static <A> RetryPolicy<A> retrying(ClassicTuning.Retries retries) {
        return RetryPolicy.<A>builder()
                .handleIf((Throwable failure) -> passing(failure))
                .withMaxAttempts(retries.attempts())
                .withBackoff(retries.pause(), LONGEST_PAUSE)
                .withJitter(JITTER)
                .withMaxDuration(retries.within())
                .build();
    }

    private static <A> CircuitBreaker<A> breaker() {
        return CircuitBreaker.<A>builder()
                .handleIf((Throwable failure) -> passing(failure))
                .withFailureRateThreshold(FAILED_PERCENT, ENOUGH_CALLS, WATCHED)
                .withDelay(REST)
                .build();
    }

    private static boolean passing(Throwable failure) {
        return failure instanceof IOException
                || (failure instanceof ApiRefusal refusal && refusal.error().passing());
    }

    /** The answer, or {@link ApiRefusal}, or one of Failsafe's exceptions. */
    A ask(Question question) {
        return patiently.get(() -> askNow(question));
    }

    /** A token that the provider does not take any more is renewed, and the question asked once more with the new one. */
    private A askNow(Question question) throws IOException {
        Request request = addressing.request(question);
        try {
            return askNow(request);
        } catch (ApiRefusal refusal) {
            boolean tokenOver = refusal.error().kind() == ApiError.Kind.TOKEN_EXPIRED;
            if (tokenOver && addressing.renews(request)) return askNow(addressing.request(question));
            throw refusal;
        }
    }

    private A askNow(Request request) throws IOException {
        if (!pace.await()) throw new IOException("too many calls at once");
        try (Response response = line.newCall(request).execute()) {
            A answer = reader.read(response);
            pace.served();
            return answer;
        } catch (ApiRefusal refusal) {
            pace.refused(refusal.error());
            throw refusal;
        }
    }
}
