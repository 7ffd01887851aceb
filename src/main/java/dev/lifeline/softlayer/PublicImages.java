package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.PagedReader;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The provider's public ISO images by name. The catalogue hardly changes: matches are cached for 6 hours, an empty result is not.
 * Thread-safe.
 */
final class PublicImages {

    private static final Duration CACHE_TTL = Duration.ofHours(6);
    /**
     * Large, because this method takes no filter and so no order, and unordered pages may overlap (src/docs/platform/softlayer.md,
     * section REST rules).
     */
    private static final int PAGE_SIZE = 1000;

    private final PagedReader<ApiObject> images;
    private final Cache<String, List<ApiObject>> cache;

    PublicImages(QueryClient queries, Ticker ticker) {
        this.images = new PagedReader<>(queries, ApiQuery.of(QueryMethod.ISO_IMAGES), PAGE_SIZE, Stream::of, ticker);
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(2)
                .ticker(ticker)
                .build();
    }

    /**
     * The images with this name, ignoring case; else those with this description. No source says which of the two the portal shows
     * (src/docs/platform/softlayer.md, section Launching).
     */
    List<ApiObject> findByName(String name) {
        List<ApiObject> cached = cache.getIfPresent(name);
        if (cached != null) return cached;
        List<ApiObject> all = images.readAll().rows();
        List<ApiObject> named = matching(all, "name", name);
        List<ApiObject> found = named.isEmpty() ? matching(all, "description", name) : named;
        if (!found.isEmpty()) cache.put(name, found);
        return found;
    }

    /** Whether one of them has this id. */
    boolean contains(long id) {
        return images.readAll().rows().stream().anyMatch(image -> image.id().orElse(0) == id);
    }

    private static List<ApiObject> matching(List<ApiObject> images, String property, String name) {
        return images.stream()
                .filter(image ->
                        image.text(property).filter(name::equalsIgnoreCase).isPresent())
                .toList();
    }
}
