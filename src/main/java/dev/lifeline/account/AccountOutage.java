package dev.lifeline.account;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.ProviderUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Remembers for {@value #PAUSE_SECONDS} seconds that an account gave no usable answer, so that nobody who needs another one waits for it each
 * time; what is asked of it meanwhile fails at once. Thread-safe.
 */
final class AccountOutage {

    static final int PAUSE_SECONDS = 10;

    private static final long PAUSE_NANOS = Duration.ofSeconds(PAUSE_SECONDS).toNanos();

    private final AccountName account;
    private final Ticker ticker;
    private volatile Seen seen = Seen.NONE;

    /** A failure and when it was, by the ticker. */
    private record Seen(boolean failed, long nanos) {
        private static final Seen NONE = new Seen(false, 0);
    }

    /** @param ticker monotonic */
    AccountOutage(AccountName account, Ticker ticker) {
        this.account = account;
        this.ticker = ticker;
    }

    /**
     * Reads from the account.
     *
     * @throws ProviderUnavailableException when the account gives no usable answer, or gave none a moment ago
     */
    <T> T read(Supplier<T> query) {
        Seen last = seen;
        if (last.failed() && ticker.read() - last.nanos() < PAUSE_NANOS)
            throw new ProviderUnavailableException("account " + account + " gave no usable answer a moment ago");
        try {
            return query.get();
        } catch (ProviderUnavailableException e) {
            seen = new Seen(true, ticker.read());
            throw e;
        }
    }
}
