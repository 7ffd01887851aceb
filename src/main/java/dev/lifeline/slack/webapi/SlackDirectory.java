package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * User groups, users and channels, read from Slack. Ids behind handles and e-mails, and channel names, are cached for a minute; group
 * members are read on each call, because votes depend on them. Display names identify nobody, since people choose them: only ids, e-mails
 * and handles do.
 *
 * <p>Blocks for up to about 6 s of retries per call, and one call per 200 users where a handle is looked up; a list whose read was cut off
 * by a rate limit is read on by the next call. Thread-safe.
 */
public final class SlackDirectory implements Directory {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern TEAM_ID = Pattern.compile("T[A-Z0-9]{2,40}");
    private static final Pattern USER_GROUP_ID = Pattern.compile("S[A-Z0-9]{2,}");
    private static final Map<String, String> JOINED_CHANNELS =
            Map.of("types", "public_channel,private_channel", "exclude_archived", "true");

    private final WebApi api;
    private final ChannelRedirects channelRedirects;
    private final LookupRetries retries = new LookupRetries();
    private final Cache<String, Optional<String>> cache;
    private final Ticker ticker;
    private final Map<String, UserHandles> userHandles = new ConcurrentHashMap<>();
    private final CursorReader<Map.Entry<ChannelId, String>> joinedChannels;

    public SlackDirectory(WebApi api, ChannelRedirects channelRedirects, Ticker ticker) {
        this.api = api;
        this.channelRedirects = channelRedirects;
        this.ticker = ticker;
        this.joinedChannels = new CursorReader<>(
                arguments -> callWithRetries(ScopedId.HOME, ApiMethod.USERS_CONVERSATIONS, arguments),
                JOINED_CHANNELS,
                "channels",
                channel -> Stream.of(Map.entry(
                        new ChannelId(channel.path("id").asText()),
                        channel.path("name").asText())),
                ticker);
        this.cache = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(CACHE_TTL)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<SlackUserId> findUser(String reference) {
        Reference wanted = Reference.parse(reference);
        if (USER_ID.matcher(wanted.name()).matches()) return Optional.of(new SlackUserId(wanted.scoped(wanted.name())));
        return cached(
                        "person:" + wanted,
                        () -> wanted.name().contains("@") ? userIdByEmail(wanted) : userIdByHandle(wanted))
                .map(id -> new SlackUserId(wanted.scoped(id)));
    }

    /** What a policy names: an id, a handle or an address, of the home workspace or, after a team id and a slash, of another one. */
    private record Reference(String workspace, String name) {

        static Reference parse(String text) {
            String workspace = ScopedId.workspace(text.strip());
            boolean elsewhere = TEAM_ID.matcher(workspace).matches();
            String name = elsewhere ? ScopedId.bare(text.strip()) : text.strip();
            return new Reference(elsewhere ? workspace : ScopedId.HOME, name.replaceFirst("^@", ""));
        }

        String scoped(String id) {
            return ScopedId.of(workspace, id);
        }

        @Override
        public String toString() {
            return scoped(name);
        }
    }

    private Optional<String> userIdByHandle(Reference wanted) {
        return userHandles
                .computeIfAbsent(
                        wanted.workspace(),
                        workspace -> new UserHandles(
                                arguments -> callWithRetries(workspace, ApiMethod.USERS_LIST, arguments), ticker))
                .find(wanted.name());
    }

    @Override
    public Optional<Set<SlackUserId>> findGroupMembers(String reference) {
        Reference wanted = Reference.parse(reference);
        Optional<String> id = USER_GROUP_ID.matcher(wanted.name()).matches()
                ? Optional.of(wanted.name())
                : cached("group:" + wanted, () -> userGroupIdByHandle(wanted));
        return id.flatMap(group -> userGroupMembers(wanted, group));
    }

    @Override
    public Optional<String> findChannelName(ChannelId channelId) {
        if (channelId.isDirectMessage()) return Optional.empty();
        return cached("channel:" + channelId, () -> channelName(channelRedirects.resolve(channelId)));
    }

    @Override
    public Map<ChannelId, String> joinedChannels() {
        try {
            return joinedChannels.readAll().rows().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, repeated) -> repeated));
        } catch (SlackCallException e) {
            throw new DirectoryUnavailableException(
                    "Slack did not list the bot's channels: " + e.code(),
                    e,
                    e.errorKind().outage());
        }
    }

    @Override
    public Set<String> channelIds(ChannelId channelId) {
        return channelRedirects.aliases(channelId).stream()
                .map(ChannelId::value)
                .collect(Collectors.toSet());
    }

    private Optional<String> cached(String key, Supplier<Optional<String>> read) {
        OutsideCalls.check("Slack directory");
        try {
            return cache.get(key, unknown -> read.get());
        } catch (SlackCallException e) {
            throw new DirectoryUnavailableException(
                    "Slack returned nothing about " + key + ": " + e.code(),
                    e,
                    e.errorKind().outage());
        }
    }

    private Optional<String> userIdByEmail(Reference wanted) {
        return callOptional(
                        wanted.workspace(),
                        ApiMethod.USERS_LOOKUP_BY_EMAIL,
                        Map.of("email", wanted.name()),
                        "users_not_found")
                .map(response -> response.path("user").path("id").asText());
    }

    private Optional<String> userGroupIdByHandle(Reference wanted) {
        String handle = wanted.name();
        JsonNode groups = callWithRetries(wanted.workspace(), ApiMethod.USERGROUPS_LIST, Map.of())
                .path("usergroups");
        return groups.valueStream()
                .filter(group -> group.path("date_delete").asLong() == 0)
                .filter(group ->
                        group.path("handle").asText().toLowerCase(Locale.ROOT).equals(handle.toLowerCase(Locale.ROOT)))
                .map(group -> group.path("id").asText())
                .findFirst();
    }

    private Optional<Set<SlackUserId>> userGroupMembers(Reference wanted, String group) {
        try {
            return callOptional(
                            wanted.workspace(),
                            ApiMethod.USERGROUPS_USERS_LIST,
                            Map.of("usergroup", group),
                            "no_such_subteam")
                    .map(response -> response.path("users")
                            .valueStream()
                            .map(user -> new SlackUserId(wanted.scoped(user.asText())))
                            .collect(Collectors.toSet()));
        } catch (SlackCallException e) {
            throw new DirectoryUnavailableException(
                    "Slack did not return the members of " + group + ": " + e.code(),
                    e,
                    e.errorKind().outage());
        }
    }

    private Optional<String> channelName(ChannelId channelId) {
        return callOptional(
                        ScopedId.HOME,
                        ApiMethod.CONVERSATIONS_INFO,
                        Map.of("channel", channelId.value()),
                        "channel_not_found")
                .map(response -> response.path("channel").path("name").asText(""))
                .filter(name -> !name.isEmpty());
    }

    /** The response; empty where Slack answers with this error code. */
    private Optional<JsonNode> callOptional(
            String workspace, ApiMethod method, Map<String, String> arguments, String notFoundCode) {
        try {
            return Optional.of(callWithRetries(workspace, method, arguments));
        } catch (SlackCallException failure) {
            if (failure.code().equals(notFoundCode)) return Optional.empty();
            throw failure;
        }
    }

    /** @param workspace where no argument is an id that names one */
    private JsonNode callWithRetries(String workspace, ApiMethod method, Map<String, String> arguments) {
        return retries.execute(() -> api.in(workspace).call(method, arguments));
    }
}
