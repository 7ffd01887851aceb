package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * User groups, people and channels by Slack's word. What a handle stands for is remembered for a minute, since it hardly ever changes;
 * who is in a group is read afresh, since votes hang on it. A name that people choose for themselves identifies nobody: only ids, e-mails
 * and handles do.
 */
public final class SlackDirectory implements Directory {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern USER_GROUP_ID = Pattern.compile("S[A-Z0-9]{2,}");
    private static final String DIRECT_MESSAGE_PREFIX = "D";
    private static final int ROWS_PER_PAGE = 200;

    private final WebApi api;
    private final ChannelRedirects channelRedirects;
    private final LookupRetries retries = new LookupRetries();
    private final Cache<String, Optional<String>> cache;

    public SlackDirectory(WebApi api, ChannelRedirects channelRedirects, InstantSource clock) {
        this.api = api;
        this.channelRedirects = channelRedirects;
        this.cache = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(CACHE_TTL)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Optional<SlackUserId> findUser(String reference) {
        String wanted = reference.strip().replaceFirst("^@", "");
        if (USER_ID.matcher(wanted).matches()) return Optional.of(new SlackUserId(wanted));
        return cached("person:" + wanted, () -> wanted.contains("@") ? userIdByEmail(wanted) : userIdByHandle(wanted))
                .map(SlackUserId::new);
    }

    @Override
    public Optional<Set<SlackUserId>> findGroupMembers(String reference) {
        String wanted = reference.strip().replaceFirst("^@", "");
        Optional<String> id = USER_GROUP_ID.matcher(wanted).matches()
                ? Optional.of(wanted)
                : cached("group:" + wanted, () -> userGroupIdByHandle(wanted));
        return id.flatMap(this::userGroupMembers);
    }

    @Override
    public Optional<String> findChannelName(ChannelId channelId) {
        if (channelId.value().startsWith(DIRECT_MESSAGE_PREFIX)) return Optional.empty();
        return cached("channel:" + channelId, () -> channelName(channelRedirects.resolve(channelId)));
    }

    @Override
    public Set<String> channelIds(ChannelId channelId) {
        return channelRedirects.aliases(channelId).stream()
                .map(ChannelId::value)
                .collect(Collectors.toSet());
    }

    private Optional<String> cached(String key, Supplier<Optional<String>> read) {
        try {
            return cache.get(key, unknown -> read.get());
        } catch (SlackCallException silence) {
            throw new DirectoryUnavailableException("Slack says nothing about " + key + ": " + silence.code(), silence);
        }
    }

    private Optional<String> userIdByEmail(String email) {
        return callOptional(ApiMethod.USERS_LOOKUP_BY_EMAIL, Map.of("email", email), "users_not_found")
                .map(answer -> answer.path("user").path("id").asText());
    }

    /** A handle is given out by Slack and, unlike the name that is shown, not the person's to choose. */
    private Optional<String> userIdByHandle(String handle) {
        Set<String> ids = listAll(ApiMethod.USERS_LIST, "members").stream()
                .filter(user -> handle.equalsIgnoreCase(user.path("name").asText()))
                .filter(user -> !user.path("deleted").asBoolean())
                .map(user -> user.path("id").asText())
                .collect(Collectors.toSet());
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    private List<JsonNode> listAll(ApiMethod method, String list) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, String> arguments = new HashMap<>(Map.of("limit", Integer.toString(ROWS_PER_PAGE)));
            if (!cursor.isEmpty()) arguments.put("cursor", cursor);
            JsonNode answer = callWithRetries(method, arguments);
            answer.path(list).forEach(rows::add);
            cursor = answer.path("response_metadata").path("next_cursor").asText("");
        } while (!cursor.isEmpty());
        return rows;
    }

    private Optional<String> userGroupIdByHandle(String handle) {
        JsonNode groups = callWithRetries(ApiMethod.USERGROUPS_LIST, Map.of()).path("usergroups");
        return groups.valueStream()
                .filter(group -> group.path("date_delete").asLong() == 0)
                .filter(group ->
                        group.path("handle").asText().toLowerCase(Locale.ROOT).equals(handle.toLowerCase(Locale.ROOT)))
                .map(group -> group.path("id").asText())
                .findFirst();
    }

    private Optional<Set<SlackUserId>> userGroupMembers(String group) {
        try {
            return callOptional(ApiMethod.USERGROUPS_USERS_LIST, Map.of("usergroup", group), "no_such_subteam")
                    .map(answer -> answer.path("users")
                            .valueStream()
                            .map(user -> new SlackUserId(user.asText()))
                            .collect(Collectors.toSet()));
        } catch (SlackCallException silence) {
            throw new DirectoryUnavailableException(
                    "Slack does not say who is in " + group + ": " + silence.code(), silence);
        }
    }

    private Optional<String> channelName(ChannelId channelId) {
        return callOptional(ApiMethod.CONVERSATIONS_INFO, Map.of("channel", channelId.value()), "channel_not_found")
                .map(answer -> answer.path("channel").path("name").asText(""))
                .filter(name -> !name.isEmpty());
    }

    /** Empty where Slack says by this error that there is none. */
    private Optional<JsonNode> callOptional(ApiMethod method, Map<String, String> arguments, String none) {
        try {
            return Optional.of(callWithRetries(method, arguments));
        } catch (SlackCallException failure) {
            if (failure.code().equals(none)) return Optional.empty();
            throw failure;
        }
    }

    private JsonNode callWithRetries(ApiMethod method, Map<String, String> arguments) {
        return retries.execute(() -> api.call(method, arguments));
    }
}
