package dev.lifeline.classic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which public ISO images does the provider have? A catalogue that seldom changes; remembered for a while, unless nothing was found. */
final class PublicImages {

    private static final Duration REMEMBERED = Duration.ofHours(6);
    /** Large, because this list cannot be put in order, and pages of a list without order may overlap (softlayer.md trap 27). */
    private static final int PAGE = 1000;

    private final Reads reads;
    private final Cache<String, List<Row>> memory;

    PublicImages(Reads reads, InstantSource clock) {
        this.reads = reads;
        this.memory = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(2)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Those of this name; else those whose description is it: which of the two the portal shows is in no source (softlayer.md 2.1). */
    List<Row> called(String name) {
        List<Row> known = memory.getIfPresent(name);
        if (known != null) return known;
        List<Row> all = reads.everyPage(Question.of(Read.ISO_IMAGES), PAGE);
        List<Row> named = with(all, "name", name);
        List<Row> found = named.isEmpty() ? with(all, "description", name) : named;
        if (!found.isEmpty()) memory.put(name, found);
        return found;
    }

    private static List<Row> with(List<Row> images, String property, String name) {
        return images.stream()
                .filter(image ->
                        image.text(property).filter(name::equalsIgnoreCase).isPresent())
                .toList();
    }
}
