package dev.lifeline.softlayer.rest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One read call of the API: method, object, mask, filter and page.
 *
 * @param id the object it is about; empty for account-wide methods
 * @param filter object filter as JSON; an invalid filter is ignored by the provider and returns every row, so the caller checks the rows
 *     (src/docs/platform/softlayer.md, section REST rules)
 * @param page which rows; empty for all
 */
public record ApiQuery(
        QueryMethod method, OptionalLong id, ObjectMask objectMask, Optional<String> filter, Optional<Page> page) {

    /**
     * Offset and number of rows of {@code resultLimit}. Never of a single row: {@code resultLimit=0,1} can return a wrong row
     * (src/docs/platform/softlayer.md, section REST rules).
     */
    record Page(int offset, int size) {
        /** The page after this one, of which the provider returned so many rows; it may return fewer than were requested. */
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

    ApiQuery withPage(Page newPage) {
        return new ApiQuery(method, id, objectMask, filter, Optional.of(newPage));
    }

    ApiQuery withoutProperties(Set<String> properties) {
        return new ApiQuery(method, id, objectMask.without(properties), filter, page);
    }
}
