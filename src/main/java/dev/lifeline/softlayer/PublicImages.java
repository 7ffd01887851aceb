package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which public ISO images does the provider have? A catalogue that seldom changes; remembered for a while, unless nothing was found. */
final class PublicImages {

    private static final Duration CACHE_TTL = Duration.ofHours(6);
    /** Large, because this list cannot be put in order, and pages of a list without order may overlap (softlayer.md trap 27). */
    private static final int PAGE_SIZE = 1000;

    private final QueryClient queries;
    private final Cache<String, List<ApiObject>> cache;

    PublicImages(QueryClient queries, InstantSource clock) {
        this.queries = queries;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(2)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Those of this name; else those whose description is it: which of the two the portal shows is in no source (softlayer.md 2.1). */
    List<ApiObject> findByName(String name) {
        List<ApiObject> known = cache.getIfPresent(name);
        if (known != null) return known;
        List<ApiObject> all = queries.listAll(ApiQuery.of(QueryMethod.ISO_IMAGES), PAGE_SIZE);
        List<ApiObject> named = matching(all, "name", name);
        List<ApiObject> found = named.isEmpty() ? matching(all, "description", name) : named;
        if (!found.isEmpty()) cache.put(name, found);
        return found;
    }

    private static List<ApiObject> matching(List<ApiObject> images, String property, String name) {
        return images.stream()
                .filter(image ->
                        image.text(property).filter(name::equalsIgnoreCase).isPresent())
                .toList();
    }
}
