package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids behind the handles of all active users of the workspace. The list is kept for a minute, or for as long as it took to read: a
 * large workspace has more pages than Slack lets be read within a minute, and would never be known else. Thread-safe.
 */
final class UserHandles {

    private static final Duration MIN_TTL = Duration.ofMinutes(1);
    private static final Duration MAX_TTL = Duration.ofHours(1);

    private final CursorReader<User> users;
    private final Ticker ticker;
    private @Nullable Snapshot snapshot;

    UserHandles(Function<Map<String, String>, JsonNode> usersList, Ticker ticker) {
        this.users = new CursorReader<>(usersList, Map.of(), "members", UserHandles::toUser, ticker);
        this.ticker = ticker;
    }

    private record User(String handle, String id) {}

    private record Snapshot(Map<String, Set<String>> idsByHandle, long goodUntilNanos) {}

    /** A handle is assigned by Slack and, unlike the display name, not chosen by the person. */
    private static Stream<User> toUser(JsonNode user) {
        return user.path("deleted").asBoolean()
                ? Stream.empty()
                : Stream.of(new User(
                        lowerCase(user.path("name").asText()), user.path("id").asText()));
    }

    private static String lowerCase(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }

    /**
     * The id behind a handle; empty where nobody has it, or several do. Blocks where the list has to be read.
     *
     * @throws SlackCallException when it cannot be read; the next call goes on from there
     */
    synchronized Optional<String> find(String handle) {
        Snapshot known = snapshot;
        if (known == null || ticker.read() - known.goodUntilNanos() >= 0) known = read();
        Set<String> ids = known.idsByHandle().getOrDefault(lowerCase(handle), Set.of());
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    private Snapshot read() {
        CursorReader.Reading<User> reading = users.readAll();
        Map<String, Set<String>> idsByHandle = reading.rows().stream()
                .collect(Collectors.groupingBy(
                        User::handle, Collectors.mapping(User::id, Collectors.toCollection(HashSet::new))));
        long now = ticker.read();
        Duration timeToLive = timeToLive(Duration.ofNanos(now - reading.beganAtNanos()));
        Snapshot fresh = new Snapshot(idsByHandle, now + timeToLive.toNanos());
        snapshot = fresh;
        return fresh;
    }

    private static Duration timeToLive(Duration taken) {
        if (taken.compareTo(MIN_TTL) < 0) return MIN_TTL;
        return taken.compareTo(MAX_TTL) > 0 ? MAX_TTL : taken;
    }
}
