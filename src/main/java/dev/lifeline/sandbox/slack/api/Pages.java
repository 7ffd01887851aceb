package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Which part of a long list is asked for? Cursors are opaque, as Slack's are. */
record Pages(int from, int limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final String MARK = "next:";

    static Pages of(Arguments arguments) throws Refused {
        int limit = arguments.number("limit", DEFAULT_LIMIT);
        int from = arguments.text("cursor").isPresent() ? offset(arguments.need("cursor")) : 0;
        return new Pages(from, limit <= 0 ? DEFAULT_LIMIT : Math.min(limit, MOST));
    }

    private static int offset(String cursor) throws Refused {
        try {
            String plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.startsWith(MARK)) return Integer.parseInt(plain.substring(MARK.length()));
        } catch (IllegalArgumentException notOurs) {
            throw new Refused("invalid_cursor");
        }
        throw new Refused("invalid_cursor");
    }

    /** The part asked for under a name, with whether and where there is more. */
    ObjectNode of(String name, List<ObjectNode> all) {
        int start = Math.min(from, all.size());
        int end = Math.min(start + limit, all.size());
        ObjectNode page = Json.object(name, Json.array(all.subList(start, end)));
        page.set("response_metadata", Json.object("next_cursor", end < all.size() ? cursor(end) : ""));
        return page.put("has_more", end < all.size());
    }

    private static String cursor(int offset) {
        return Base64.getEncoder().encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
    }
}
