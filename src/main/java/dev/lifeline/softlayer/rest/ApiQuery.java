package dev.lifeline.softlayer.rest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One question to the provider, ready to be asked.
 *
 * @param filter which objects; a wrong filter is ignored and answers with all (softlayer.md trap 3), so whoever asks checks the rows
 * @param page which of them
 */
public record ApiQuery(
        QueryMethod method, OptionalLong id, ObjectMask objectMask, Optional<String> filter, Optional<Page> page) {

    /** A page of rows; never of one row, which the provider gets wrong (softlayer.md trap 27). */
    record Page(int offset, int size) {
        /** What follows after so many rows; a provider that gives fewer than asked for is not to lose the others. */
        Page next(int rows) {
            return new Page(offset + Math.max(1, Math.min(rows, size)), size);
        }

        @Override
        public String toString() {
            return offset + "," + size;
        }
    }

    public static ApiQuery of(QueryMethod method) {
        return new ApiQuery(method, OptionalLong.empty(), method.mask(), Optional.empty(), Optional.empty());
    }

    public static ApiQuery of(QueryMethod method, long id) {
        return new ApiQuery(method, OptionalLong.of(id), method.mask(), Optional.empty(), Optional.empty());
    }

    public ApiQuery withFilter(String objectFilter) {
        return new ApiQuery(method, id, objectMask, Optional.of(objectFilter), page);
    }

    ApiQuery withPage(Page wanted) {
        return new ApiQuery(method, id, objectMask, filter, Optional.of(wanted));
    }

    ApiQuery withoutProperties(Set<String> refused) {
        return new ApiQuery(method, id, objectMask.without(refused), filter, page);
    }
}
