package dev.lifeline.store.sql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.database.Json;

/**
 * Reads requests from their JSON. Every poll reads all open requests, most of them as they were at the last one: what was read from the
 * same text is kept. Thread-safe.
 */
final class RequestBodies {

    /** About 10 kB each. */
    private static final int MAX_KEPT = 500;

    private final LoadingCache<String, RescueRequest> requests;

    RequestBodies(Json json) {
        this.requests = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .executor(Runnable::run)
                .build(body -> json.read(RescueRequest.class, body));
    }

    /** @throws IllegalStateException when the text is no request */
    RescueRequest read(String body) {
        return requests.get(body);
    }
}
