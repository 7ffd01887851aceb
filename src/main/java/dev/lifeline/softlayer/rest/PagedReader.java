package dev.lifeline.softlayer.rest;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import dev.lifeline.softlayer.rest.ApiQuery.Page;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list page by page. Where a page cannot be read, the next call goes on from there, so that a long list is read to its end in
 * spite of a rate limit; it begins anew where the list has changed before that page, or the last page is too long ago.
 *
 * <p>No source names a largest page; a page that is too large shows as an internal error or a time-out
 * (src/docs/platform/softlayer.md, section REST rules), so after such an error the read goes on from the same offset with pages of 100
 * rows. Each page is one query with its retries. Thread-safe; one thread reads at a time.
 */
public final class PagedReader<T> {

    /** Page size of the provider's own client (src/docs/platform/softlayer.md, section REST rules). */
    static final int FALLBACK_PAGE_SIZE = 100;
    /** More rows than any account has: a list that goes on is wrong. */
    static final int MAX_ROWS = 500_000;
    /** How long the pages that were read are kept for the next call. */
    static final Duration MAX_PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(PagedReader.class);
    private static final Set<Kind> POSSIBLE_PAGE_SIZE_ERRORS =
            EnumSet.of(Kind.TEMPORARY, Kind.TOO_LARGE, Kind.UNREADABLE);

    private final QueryClient queries;
    private final ApiQuery query;
    private final int pageSize;
    private final Function<ApiObject, Stream<T>> mapper;
    private final Ticker ticker;
    private Optional<PagedProgress<T>> interrupted = Optional.empty();

    /**
     * Creates a reader of one list.
     *
     * @param query asks for an order in which new rows come last; without one an interrupted read may begin anew
     * @param pageSize rows per page, 2 or more
     * @param mapper maps a row; a page is released as soon as it was mapped, because there may be very many
     */
    public PagedReader(
            QueryClient queries, ApiQuery query, int pageSize, Function<ApiObject, Stream<T>> mapper, Ticker ticker) {
        this.queries = queries;
        this.query = query;
        this.pageSize = pageSize;
        this.mapper = mapper;
        this.ticker = ticker;
    }

    /**
     * A list that was read to its end.
     *
     * @param beganAtNanos when its first page was read; monotonic
     */
    public record Reading<T>(List<T> rows, long beganAtNanos) {}

    /**
     * Maps the rows of all pages, each id once; rows without an id are dropped. Blocks for all the pages that are left.
     *
     * @throws ProviderUnavailableException when a page cannot be read, or the list exceeds 500,000 rows
     */
    public synchronized Reading<T> readAll() {
        PagedProgress<T> progress = resume().orElseGet(() -> new PagedProgress<>(pageSize, ticker.read()));
        while (!progress.isComplete()) readNext(progress);
        return new Reading<>(progress.results(), progress.beganAtNanos());
    }

    private Optional<PagedProgress<T>> resume() {
        Optional<PagedProgress<T>> kept =
                interrupted.filter(progress -> ticker.read() - progress.lastReadNanos() <= MAX_PAUSE.toNanos());
        interrupted = Optional.empty();
        return kept.filter(this::goesOn);
    }

    /** Reads from the last known row on, which is where it was unless the list changed before it. */
    private boolean goesOn(PagedProgress<T> progress) {
        Page overlapping = progress.overlappingPage();
        FetchedPage fetched = fetchOrKeep(progress, overlapping);
        if (!progress.continuesIn(fetched)) {
            LOG.info("{}: the list has changed, reading it anew", query.method());
            return false;
        }
        add(progress, fetched);
        return true;
    }

    private void readNext(PagedProgress<T> progress) {
        add(progress, fetchOrKeep(progress, progress.nextPage()));
    }

    private void add(PagedProgress<T> progress, FetchedPage fetched) {
        progress.add(fetched, mapper, ticker.read());
        if (progress.rowCount() > MAX_ROWS)
            throw new ProviderUnavailableException(query.method() + ": the list does not end");
    }

    /** Keeps what was read before for the next call where this page cannot be read. */
    private FetchedPage fetchOrKeep(PagedProgress<T> progress, Page page) {
        boolean fetched = false;
        try {
            FetchedPage result = fetch(page);
            fetched = true;
            return result;
        } finally {
            if (!fetched && progress.hasRows()) interrupted = Optional.of(progress);
        }
    }

    /** A page that was read, with the offset and size it was read with in the end. */
    record FetchedPage(Page page, List<ApiObject> apiObjects, long totalItems) {

        boolean isLast() {
            return apiObjects.size() < page.size() && totalItems <= page.offset() + apiObjects.size();
        }

        Page nextPage() {
            return page.next(apiObjects.size());
        }
    }

    private FetchedPage fetch(Page page) {
        try {
            ApiResponse apiResponse = queries.execute(query.withPage(page));
            return new FetchedPage(
                    page, apiResponse.objects(), apiResponse.totalItems().orElse(0));
        } catch (ApiException e) {
            throw QueryClient.unavailable(query, e);
        } catch (ProviderUnavailableException e) {
            if (page.size() <= FALLBACK_PAGE_SIZE || !mayBePageTooLarge(e)) throw e;
            LOG.warn(
                    "{}: page of {} rows failed, continuing with pages of {} rows",
                    query.method(),
                    page.size(),
                    FALLBACK_PAGE_SIZE);
            return fetch(new Page(page.offset(), FALLBACK_PAGE_SIZE));
        }
    }

    private static boolean mayBePageTooLarge(ProviderUnavailableException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ApiException apiException)
            return POSSIBLE_PAGE_SIZE_ERRORS.contains(apiException.error().kind());
        return cause != null && cause.getCause() instanceof InterruptedIOException;
    }
}
