package dev.lifeline.softlayer.rest;

import dev.lifeline.softlayer.rest.ApiQuery.Page;
import dev.lifeline.softlayer.rest.PagedReader.FetchedPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How far a list has been read. Not thread-safe. */
final class PagedProgress<T> {

    private final long beganAtNanos;
    private final List<T> results = new ArrayList<>();
    private final Set<Long> seenIds = new HashSet<>();
    private Page nextPage;
    private OptionalLong lastId = OptionalLong.empty();
    private long lastReadNanos;
    private boolean complete;

    PagedProgress(int pageSize, long nowNanos) {
        this.nextPage = new Page(0, pageSize);
        this.beganAtNanos = nowNanos;
        this.lastReadNanos = nowNanos;
    }

    void add(FetchedPage fetched, Function<ApiObject, Stream<T>> mapper, long nowNanos) {
        List<ApiObject> rows = fetched.apiObjects();
        List<ApiObject> newRows = rows.stream()
                .filter(row -> row.id().isPresent() && seenIds.add(row.id().getAsLong()))
                .toList();
        newRows.stream().flatMap(mapper).forEach(results::add);
        // a provider that ignores the limit returns the same rows again: a page without new ids ends the list
        complete = newRows.isEmpty() || fetched.isLast();
        if (!rows.isEmpty()) lastId = rows.get(rows.size() - 1).id();
        nextPage = fetched.nextPage();
        lastReadNanos = nowNanos;
    }

    /** The page that begins with the last row that was read. */
    Page overlappingPage() {
        return new Page(nextPage.offset() - 1, nextPage.size());
    }

    /** Whether the page begins with the last row that was read. */
    boolean continuesIn(FetchedPage overlapping) {
        List<ApiObject> rows = overlapping.apiObjects();
        return lastId.isPresent() && !rows.isEmpty() && rows.get(0).id().equals(lastId);
    }

    boolean hasRows() {
        return lastId.isPresent();
    }

    int rowCount() {
        return seenIds.size();
    }

    boolean isComplete() {
        return complete;
    }

    Page nextPage() {
        return nextPage;
    }

    List<T> results() {
        return results;
    }

    long beganAtNanos() {
        return beganAtNanos;
    }

    long lastReadNanos() {
        return lastReadNanos;
    }
}
