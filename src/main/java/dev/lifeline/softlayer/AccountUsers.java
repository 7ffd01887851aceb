package dev.lifeline.softlayer;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.softlayer.rest.ApiObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The users of the account that the bot's user sees, in their relation to it.
 *
 * @param others how many there are besides the bot's own
 * @param notBelow the names of those below somebody else only, the bot's own ancestors left out
 */
public record AccountUsers(int others, List<String> notBelow) {

    /** Deeper than any account; a longer chain is a cycle. */
    private static final int MAX_DEPTH = 50;

    public AccountUsers {
        notBelow = List.copyOf(notBelow);
    }

    /** @param rows with id, username and parent */
    static AccountUsers of(CloudUserId bot, List<ApiObject> rows) {
        Map<Long, Long> parents = new HashMap<>();
        for (ApiObject row : rows)
            parents.put(row.id().orElseThrow(), row.number("parentId").orElse(0));
        List<Long> aboveBot = ancestors(bot.value(), parents);
        List<String> notBelow = rows.stream()
                .filter(row -> row.id().orElseThrow() != bot.value())
                .filter(row -> !aboveBot.contains(row.id().orElseThrow()))
                .filter(row -> !ancestors(row.id().orElseThrow(), parents).contains(bot.value()))
                .map(row -> row.text("username").orElse("?"))
                .sorted()
                .toList();
        return new AccountUsers(rows.size() - (parents.containsKey(bot.value()) ? 1 : 0), notBelow);
    }

    private static List<Long> ancestors(long user, Map<Long, Long> parents) {
        List<Long> ancestors = new ArrayList<>();
        long next = parents.getOrDefault(user, 0L);
        while (next > 0 && ancestors.size() < MAX_DEPTH) {
            ancestors.add(next);
            next = parents.getOrDefault(next, 0L);
        }
        return ancestors;
    }
}
