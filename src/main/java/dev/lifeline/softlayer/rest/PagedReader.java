package dev.lifeline.softlayer.rest;

import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import dev.lifeline.softlayer.rest.ApiQuery.Page;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list page by page. No source names a largest page; a page that is too large shows as an internal error or a time-out
 * (src/docs/platform/softlayer.md, section REST rules), so after such an error the read goes on from the same offset with pages of 100
 * rows.
 *
 * <p>One instance reads one list; not thread-safe. Each page is one query with its retries.
 */
final class PagedReader {

    /** Page size of the provider's own client (src/docs/platform/softlayer.md, section REST rules). */
    static final int FALLBACK_PAGE_SIZE = 100;
    /** More rows than any account has: a list that goes on is wrong. */
    static final int MAX_ROWS = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(PagedReader.class);
    private static final Set<Kind> POSSIBLE_PAGE_SIZE_ERRORS =
            EnumSet.of(Kind.TEMPORARY, Kind.TOO_LARGE, Kind.UNREADABLE);

    private final QueryClient queries;
    private final ApiQuery query;
    private final Set<Long> seenIds = new HashSet<>();

    PagedReader(QueryClient queries, ApiQuery query) {
        this.queries = queries;
        this.query = query;
    }

    /** A page that was read, and the offset and size it was read with in the end. */
    private record FetchedPage(Page page, List<ApiObject> apiObjects, long totalItems) {

        boolean isLast() {
            return apiObjects.size() < page.size() && totalItems <= page.offset() + apiObjects.size();
        }

        Page nextPage() {
            return page.next(apiObjects.size());
        }
    }

    /**
     * Maps the rows of all pages, each id once; rows without an id are dropped.
     *
     * @throws ProviderUnavailableException when a page cannot be read, or the list exceeds 500,000 rows
     */
    <T> List<T> readAll(int size, Function<ApiObject, Stream<T>> mapper) {
        List<T> results = new ArrayList<>();
        for (FetchedPage fetchedPage = fetch(new Page(0, size)); ; fetchedPage = fetch(fetchedPage.nextPage())) {
            List<ApiObject> newRows = fetchedPage.apiObjects().stream()
                    .filter(apiObject -> apiObject.id().isPresent()
                            && seenIds.add(apiObject.id().getAsLong()))
                    .toList();
            newRows.stream().flatMap(mapper).forEach(results::add);
            // a provider that ignores the limit returns the same rows again: a page without new ids ends the list
            if (newRows.isEmpty() || fetchedPage.isLast()) return results;
            if (seenIds.size() > MAX_ROWS)
                throw new ProviderUnavailableException(query.method() + ": the list does not end");
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
