package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.blockkit.TextSanitizer;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.SharedReads;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Slack users as {@code users.info} describes them, cached for 10 s and at most 1,000. Concurrent reads of one user share one call. A
 * read blocks for up to about 6 s of retries; a user that Slack does not describe is unavailable, never assumed. Thread-safe.
 */
public final class SlackUserLookup implements SlackUsers {

    static final Duration CACHE_TTL = Duration.ofSeconds(10);
    private static final int MAX_CACHE_ENTRIES = 1_000;

    /** Slack's own names have 80 characters at most. */
    private static final int MAX_NAME_CHARS = 200;

    private static final int MAX_EMAIL_CHARS = 320;
    private static final int MAX_LOCALE_CHARS = 35;

    private final WebApi api;
    private final WorkspaceResolver workspaceResolver;
    private final Set<String> servedTeamIds;
    private final SharedReads<SlackUserId, SlackUser> reads;
    private final LookupRetries retries = new LookupRetries();

    SlackUserLookup(WebApi api, WorkspaceResolver workspaceResolver, Ticker ticker) {
        this(api, workspaceResolver, Set.of(), ticker);
    }

    /** @param servedTeamIds team ids whose members are served; empty for the bot's own */
    public SlackUserLookup(WebApi api, WorkspaceResolver workspaceResolver, Set<String> servedTeamIds, Ticker ticker) {
        this.api = api;
        this.workspaceResolver = workspaceResolver;
        this.servedTeamIds = servedTeamIds;
        this.reads = new SharedReads<>(CACHE_TTL, MAX_CACHE_ENTRIES, ticker, user -> true);
    }

    @Override
    public SlackUser get(SlackUserId id) {
        OutsideCalls.check("users.info");
        return reads.get(id, this::fetchPersistently);
    }

    private SlackUser fetchPersistently(SlackUserId id) {
        try {
            return retries.execute(() -> fetch(id));
        } catch (SlackCallException e) {
            throw new SlackUserUnavailableException(
                    "Slack returned nothing about " + id + ": " + e.code(),
                    e,
                    e.errorKind().outage());
        }
    }

    private SlackUser fetch(SlackUserId id) {
        WorkspaceIdentity workspaceIdentity = workspaceResolver.identity();
        JsonNode user = api.call(ApiMethod.USERS_INFO, Map.of("user", id.value(), "include_locale", "true"))
                .path("user");
        if (!id.value().equals(user.path("id").asText()))
            throw new SlackUserUnavailableException("Slack described another user");
        return new SlackUser(id, name(user), email(user), locale(user), userKind(user, workspaceIdentity));
    }

    private static String name(JsonNode user) {
        JsonNode profile = user.path("profile");
        return Stream.of(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        user.path("real_name"),
                        user.path("name"))
                .map(name -> TextSanitizer.sanitizeLine(truncate(name.asText(""), MAX_NAME_CHARS))
                        .strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(user.path("id").asText());
    }

    /** Only a confirmed address identifies a person on the account; where Slack does not tell, it counts as confirmed. */
    private static Optional<String> email(JsonNode user) {
        JsonNode confirmed = user.path("is_email_confirmed");
        boolean vouched = confirmed.isMissingNode() || confirmed.asBoolean(false);
        return Optional.of(user.path("profile").path("email").asText("").strip())
                .filter(email -> email.length() <= MAX_EMAIL_CHARS)
                .filter(email -> vouched && !email.isEmpty() && !"null".equals(email));
    }

    private static String truncate(String text, int maxChars) {
        return text.length() > maxChars ? text.substring(0, maxChars) : text;
    }

    private static Locale locale(JsonNode user) {
        Locale locale = Locale.forLanguageTag(truncate(user.path("locale").asText(""), MAX_LOCALE_CHARS));
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    private SlackUser.UserKind userKind(JsonNode user, WorkspaceIdentity workspaceIdentity) {
        if (user.path("deleted").asBoolean()) return SlackUser.UserKind.DEACTIVATED;
        if (user.path("is_bot").asBoolean()
                || "USLACKBOT".equals(user.path("id").asText())) return SlackUser.UserKind.BOT;
        if (user.path("is_stranger").asBoolean() || !isServed(user, workspaceIdentity))
            return SlackUser.UserKind.STRANGER;
        boolean guest = user.path("is_restricted").asBoolean()
                || user.path("is_ultra_restricted").asBoolean();
        return guest ? SlackUser.UserKind.GUEST : SlackUser.UserKind.MEMBER;
    }

    /**
     * Whether the user belongs to a served workspace. The profile names the workspace too; on Enterprise Grid a user belongs to several
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    private boolean isServed(JsonNode user, WorkspaceIdentity workspaceIdentity) {
        Set<String> served = servedTeamIds.isEmpty() ? Set.of(workspaceIdentity.teamId()) : servedTeamIds;
        String own =
                user.path("team_id").asText(user.path("profile").path("team").asText(""));
        if (served.contains(own)) return true;
        return user.path("enterprise_user")
                .path("teams")
                .valueStream()
                .anyMatch(team -> served.contains(team.asText()));
    }
}
