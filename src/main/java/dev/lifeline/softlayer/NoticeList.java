package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError;
import dev.lifeline.softlayer.rest.ApiException;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.QueryClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One list of the account that only informs: kept for 5 minutes, and not asked for again for half a minute after a failure. Thread-safe. */
final class NoticeList {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeList.class);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofSeconds(30);

    /** @param rows empty after a failure */
    private record Reading(Optional<List<ApiObject>> rows, long readAtNanos) {

        boolean isFresh(long nowNanos) {
            Duration kept = rows.isPresent() ? KEPT : KEPT_AFTER_FAILURE;
            return nowNanos - readAtNanos < kept.toNanos();
        }
    }

    private final QueryClient queries;
    private final Ticker ticker;
    private Optional<Reading> last = Optional.empty();

    NoticeList(QueryClient queries, Ticker ticker) {
        this.queries = queries;
        this.ticker = ticker;
    }

    /** The rows; empty where they could not be read. One thread reads, the others wait for it. */
    synchronized Optional<List<ApiObject>> read(ApiQuery query) {
        Reading fresh = last.filter(reading -> reading.isFresh(ticker.read()))
                .orElseGet(() -> new Reading(readNow(query), ticker.read()));
        last = Optional.of(fresh);
        return fresh.rows();
    }

    /** Without the permission there is nothing to see, as in the provider's portal, and no failure that would pass. */
    private Optional<List<ApiObject>> readNow(ApiQuery query) {
        try {
            return Optional.of(queries.list(query));
        } catch (ProviderUnavailableException e) {
            boolean denied =
                    e.getCause() instanceof ApiException api && api.error().kind() == ApiError.Kind.PERMISSION_DENIED;
            LOG.info("{} not read: {}", query.method(), e.getMessage());
            return denied ? Optional.of(List.of()) : Optional.empty();
        }
    }
}
