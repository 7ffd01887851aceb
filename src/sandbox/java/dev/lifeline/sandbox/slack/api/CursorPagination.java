package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The part of a long list that a call asks for. Cursors are opaque, as Slack's are.
 *
 * @param startIndex the first element, from 0
 * @param limit how many elements at most, 1 to 1,000
 */
record CursorPagination(int startIndex, int limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final String CURSOR_PREFIX = "next:";

    /**
     * Reads {@code limit} and {@code cursor}.
     *
     * @throws ApiErrorException with {@code invalid_cursor} where the cursor was not issued here
     */
    static CursorPagination fromArguments(Arguments arguments) throws ApiErrorException {
        int limit = arguments.intValue("limit", DEFAULT_LIMIT);
        int startIndex = arguments.text("cursor").isPresent() ? decodeCursor(arguments.require("cursor")) : 0;
        return new CursorPagination(startIndex, limit <= 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT));
    }

    private static int decodeCursor(String cursor) throws ApiErrorException {
        try {
            String decoded = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (decoded.startsWith(CURSOR_PREFIX)) return Integer.parseInt(decoded.substring(CURSOR_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new ApiErrorException("invalid_cursor");
        }
        throw new ApiErrorException("invalid_cursor");
    }

    /** Returns that part under a name, with the next cursor. */
    ObjectNode page(String name, List<ObjectNode> all) {
        int start = Math.min(startIndex, all.size());
        int end = Math.min(start + limit, all.size());
        ObjectNode page = Json.object(name, Json.array(all.subList(start, end)));
        page.set("response_metadata", Json.object("next_cursor", end < all.size() ? encodeCursor(end) : ""));
        return page;
    }

    /** Returns whether there is more than that part. */
    boolean hasMore(List<ObjectNode> all) {
        return startIndex + limit < all.size();
    }

    private static String encodeCursor(int offset) {
        return Base64.getEncoder().encodeToString((CURSOR_PREFIX + offset).getBytes(StandardCharsets.UTF_8));
    }
}
