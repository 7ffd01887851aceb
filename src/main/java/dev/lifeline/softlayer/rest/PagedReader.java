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
 * How is a long list read to its end? Page by page. No document names a largest page: what is too much shows as an internal error or a
 * timeout (softlayer.md 1.2), so from where a large page came to nothing it goes on with small ones.
 */
final class PagedReader {

    /** What the provider's own client asks for (softlayer.md 1.2). */
    static final int FALLBACK_PAGE_SIZE = 100;
    /** More than any account has: a list that goes on is made up. */
    static final int MAX_ROWS = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(PagedReader.class);
    private static final Set<Kind> PAGE_TOO_LARGE_ERRORS = EnumSet.of(Kind.TEMPORARY, Kind.TOO_LARGE, Kind.UNREADABLE);

    private final QueryClient queries;
    private final ApiQuery query;
    private final Set<Long> seenIds = new HashSet<>();

    PagedReader(QueryClient queries, ApiQuery query) {
        this.queries = queries;
        this.query = query;
    }

    /** A page, and how it was asked for in the end. */
    private record FetchedPage(Page page, List<ApiObject> apiObjects, long totalItems) {

        boolean isLast() {
            return apiObjects.size() < page.size() && totalItems <= page.offset() + apiObjects.size();
        }

        Page nextPage() {
            return page.next(apiObjects.size());
        }
    }

    /** What becomes of the rows; each id once, and rows without an id are left out. */
    <T> List<T> readAll(int size, Function<ApiObject, Stream<T>> reading) {
        List<T> all = new ArrayList<>();
        for (FetchedPage fetchedPage = fetch(new Page(0, size)); ; fetchedPage = fetch(fetchedPage.nextPage())) {
            List<ApiObject> news = fetchedPage.apiObjects().stream()
                    .filter(apiObject -> apiObject.id().isPresent()
                            && seenIds.add(apiObject.id().getAsLong()))
                    .toList();
            news.stream().flatMap(reading).forEach(all::add);
            // a provider that ignores the limit says the same again: no news ends it
            if (news.isEmpty() || fetchedPage.isLast()) return all;
            if (seenIds.size() > MAX_ROWS)
                throw new ProviderUnavailableException(query.method() + ": the list does not end");
        }
    }

    private FetchedPage fetch(Page page) {
        try {
            ApiResponse apiResponse = queries.execute(query.withPage(page));
            return new FetchedPage(
                    page, apiResponse.objects(), apiResponse.totalItems().orElse(0));
        } catch (ApiException notAList) {
            throw QueryClient.unavailable(query, notAList);
        } catch (ProviderUnavailableException unreachable) {
            if (page.size() <= FALLBACK_PAGE_SIZE || !mayBePageTooLarge(unreachable)) throw unreachable;
            LOG.warn("{}: {} rows at once are too many, now {}", query.method(), page.size(), FALLBACK_PAGE_SIZE);
            return fetch(new Page(page.offset(), FALLBACK_PAGE_SIZE));
        }
    }

    private static boolean mayBePageTooLarge(ProviderUnavailableException unreachable) {
        Throwable cause = unreachable.getCause();
        if (cause instanceof ApiException refusal)
            return PAGE_TOO_LARGE_ERRORS.contains(refusal.error().kind());
        return cause != null && cause.getCause() instanceof InterruptedIOException;
    }
}
