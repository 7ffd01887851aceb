package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectorySilent;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
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
final class SlackDirectory implements Directory {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]{2,}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,}");
    private static final String DIRECT_MESSAGE = "D";
    private static final int PAGE = 200;

    private final WebApi api;
    private final Whereabouts whereabouts;
    private final Insistence insistence = new Insistence();
    private final Cache<String, Optional<String>> names;

    SlackDirectory(WebApi api, Whereabouts whereabouts, InstantSource clock) {
        this.api = api;
        this.whereabouts = whereabouts;
        this.names = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Optional<SlackUserId> person(String reference) {
        String wanted = reference.strip().replaceFirst("^@", "");
        if (PERSON.matcher(wanted).matches()) return Optional.of(new SlackUserId(wanted));
        return remembered("person:" + wanted, () -> wanted.contains("@") ? withEmail(wanted) : withHandle(wanted))
                .map(SlackUserId::new);
    }

    @Override
    public Optional<Set<SlackUserId>> group(String reference) {
        String wanted = reference.strip().replaceFirst("^@", "");
        Optional<String> id = GROUP.matcher(wanted).matches()
                ? Optional.of(wanted)
                : remembered("group:" + wanted, () -> groupWithHandle(wanted));
        return id.flatMap(this::members);
    }

    @Override
    public Optional<String> channel(Place place) {
        if (place.value().startsWith(DIRECT_MESSAGE)) return Optional.empty();
        return remembered("channel:" + place, () -> channelName(whereabouts.today(place)));
    }

    @Override
    public Set<String> ids(Place place) {
        return whereabouts.ever(place).stream().map(Place::value).collect(Collectors.toSet());
    }

    private Optional<String> remembered(String key, Supplier<Optional<String>> read) {
        try {
            return names.get(key, unknown -> read.get());
        } catch (SlackFailure silence) {
            throw new DirectorySilent("Slack says nothing about " + key + ": " + silence.code(), silence);
        }
    }

    private Optional<String> withEmail(String email) {
        return found(ApiMethod.LOOKUP_BY_EMAIL, Map.of("email", email), "users_not_found")
                .map(answer -> answer.path("user").path("id").asText());
    }

    /** A handle is given out by Slack and, unlike the name that is shown, not the person's to choose. */
    private Optional<String> withHandle(String handle) {
        Set<String> ids = pages(ApiMethod.USERS_LIST, "members").stream()
                .filter(user -> handle.equalsIgnoreCase(user.path("name").asText()))
                .filter(user -> !user.path("deleted").asBoolean())
                .map(user -> user.path("id").asText())
                .collect(Collectors.toSet());
        return ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
    }

    private List<JsonNode> pages(ApiMethod method, String list) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            Map<String, String> arguments = new HashMap<>(Map.of("limit", Integer.toString(PAGE)));
            if (!cursor.isEmpty()) arguments.put("cursor", cursor);
            JsonNode answer = asked(method, arguments);
            answer.path(list).forEach(rows::add);
            cursor = answer.path("response_metadata").path("next_cursor").asText("");
        } while (!cursor.isEmpty());
        return rows;
    }

    private Optional<String> groupWithHandle(String handle) {
        JsonNode groups = asked(ApiMethod.USERGROUPS_LIST, Map.of()).path("usergroups");
        return groups.valueStream()
                .filter(group -> group.path("date_delete").asLong() == 0)
                .filter(group ->
                        group.path("handle").asText().toLowerCase(Locale.ROOT).equals(handle.toLowerCase(Locale.ROOT)))
                .map(group -> group.path("id").asText())
                .findFirst();
    }

    private Optional<Set<SlackUserId>> members(String group) {
        try {
            return found(ApiMethod.USERGROUP_USERS, Map.of("usergroup", group), "no_such_subteam")
                    .map(answer -> answer.path("users")
                            .valueStream()
                            .map(user -> new SlackUserId(user.asText()))
                            .collect(Collectors.toSet()));
        } catch (SlackFailure silence) {
            throw new DirectorySilent("Slack does not say who is in " + group + ": " + silence.code(), silence);
        }
    }

    private Optional<String> channelName(Place place) {
        return found(ApiMethod.CONVERSATIONS_INFO, Map.of("channel", place.value()), "channel_not_found")
                .map(answer -> answer.path("channel").path("name").asText(""))
                .filter(name -> !name.isEmpty());
    }

    /** Empty where Slack says by this error that there is none. */
    private Optional<JsonNode> found(ApiMethod method, Map<String, String> arguments, String none) {
        try {
            return Optional.of(asked(method, arguments));
        } catch (SlackFailure failure) {
            if (failure.code().equals(none)) return Optional.empty();
            throw failure;
        }
    }

    private JsonNode asked(ApiMethod method, Map<String, String> arguments) {
        return insistence.answerTo(() -> api.call(method, arguments));
    }
}
