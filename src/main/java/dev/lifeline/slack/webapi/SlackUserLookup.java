package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.slack.blockkit.TextSanitizer;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.SharedReads;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack users as {@code users.info} describes them, cached for 10 s and at most 1,000. Concurrent reads of one user share one call. A
 * read blocks for up to about 6 s of retries; a user that Slack does not describe is unavailable, never assumed. Thread-safe.
 */
public final class SlackUserLookup implements SlackUsers {

    private static final Logger LOG = LoggerFactory.getLogger(SlackUserLookup.class);

    private static final String EMAIL_SCOPE = "users:read.email";

    static final Duration CACHE_TTL = Duration.ofSeconds(10);
    private static final int MAX_CACHE_ENTRIES = 1_000;
    private static final int MAX_LOCALES = 10_000;

    /** Slack's own names have 80 characters at most. */
    private static final int MAX_NAME_CHARS = 200;

    private static final int MAX_EMAIL_CHARS = 320;
    private static final int MAX_LOCALE_CHARS = 35;

    private final WebApi api;
    private final Workspaces workspaces;
    private final Set<String> servedTeamIds;
    private final SharedReads<SlackUserId, SlackUser> reads;
    private final LookupRetries retries = new LookupRetries();
    /** The language of a person changes seldom, and what is said in a former one is still understood: kept as long as there is room. */
    private final Cache<SlackUserId, Locale> locales =
            Caffeine.newBuilder().maximumSize(MAX_LOCALES).build();

    SlackUserLookup(WebApi api, Workspaces workspaces, Ticker ticker) {
        this(api, workspaces, Set.of(), ticker);
    }

    /** @param servedTeamIds team ids whose members are served; empty for the bot's own */
    public SlackUserLookup(WebApi api, Workspaces workspaces, Set<String> servedTeamIds, Ticker ticker) {
        this.api = api;
        this.workspaces = workspaces;
        this.servedTeamIds = servedTeamIds;
        this.reads = new SharedReads<>(CACHE_TTL, MAX_CACHE_ENTRIES, ticker, user -> true);
    }

    @Override
    public SlackUser get(SlackUserId id) {
        OutsideCalls.check("users.info");
        return reads.get(id, this::fetchPersistently);
    }

    @Override
    public Optional<Locale> rememberedLocale(SlackUserId id) {
        return Optional.ofNullable(locales.getIfPresent(id));
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
        String workspace = ScopedId.workspace(id.value());
        WorkspaceIdentity workspaceIdentity = workspaces.identity(workspace);
        WebApi.ApiResponse response =
                api.respond(ApiMethod.USERS_INFO, Map.of("user", id.value(), "include_locale", "true"));
        JsonNode user = response.body().path("user");
        if (text(user, "id").isEmpty()) throw new SlackUserUnavailableException("Slack described no user");
        if (!describes(user, id, workspaceIdentity)) return withOtherId(id, user);
        SlackUser.UserKind kind = userKind(user, served(workspace, workspaceIdentity));
        if (kind == SlackUser.UserKind.NO_TEAM) LOG.warn("Slack names no workspace of user {}: not served", id);
        locales.put(id, locale(user));
        return new SlackUser(id, name(user), email(user), locale(user), kind, emailAbsence(response));
    }

    /**
     * Whether this is the user who was asked about. A user of an organisation has an id in it, W… or U…, and may have another one in a
     * workspace that was there before: Slack takes either and describes the user under one of them
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    private static boolean describes(JsonNode user, SlackUserId id, WorkspaceIdentity workspaceIdentity) {
        String described = text(user, "id");
        String ofOrganisation = text(user.path("enterprise_user"), "id");
        String asked = ScopedId.bare(id.value());
        if (asked.equals(described) || asked.equals(ofOrganisation)) return true;
        boolean ownOrganisation = workspaceIdentity
                .enterpriseId()
                .filter(text(user.path("enterprise_user"), "enterprise_id")::equals)
                .isPresent();
        return ownOrganisation && described.equals(ofOrganisation);
    }

    private static SlackUser withOtherId(SlackUserId id, JsonNode user) {
        LOG.warn(
                "Slack describes user {} as {}: not served",
                id,
                TextSanitizer.sanitizeLine(truncate(text(user, "id"), MAX_NAME_CHARS)));
        return SlackUser.withOtherId(id);
    }

    /** Slack names the scopes of the token with each response. */
    private static SlackUser.EmailAbsence emailAbsence(WebApi.ApiResponse response) {
        boolean readable =
                response.scopes().map(scopes -> scopes.contains(EMAIL_SCOPE)).orElse(true);
        return readable ? SlackUser.EmailAbsence.NOT_SHOWN : SlackUser.EmailAbsence.SCOPE_MISSING;
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText("");
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

    private static SlackUser.UserKind userKind(JsonNode user, Set<String> served) {
        if (user.path("deleted").asBoolean()) return SlackUser.UserKind.DEACTIVATED;
        if (user.path("is_bot").asBoolean()
                || "USLACKBOT".equals(user.path("id").asText())) return SlackUser.UserKind.BOT;
        Set<String> teams = teams(user);
        if (!user.path("is_stranger").asBoolean() && teams.isEmpty()) return SlackUser.UserKind.NO_TEAM;
        if (user.path("is_stranger").asBoolean() || Collections.disjoint(teams, served))
            return SlackUser.UserKind.STRANGER;
        boolean guest = user.path("is_restricted").asBoolean()
                || user.path("is_ultra_restricted").asBoolean();
        return guest ? SlackUser.UserKind.GUEST : SlackUser.UserKind.MEMBER;
    }

    /** What an installation by OAuth serves is its own workspace. */
    private Set<String> served(String workspace, WorkspaceIdentity workspaceIdentity) {
        boolean own = !workspace.equals(ScopedId.HOME) || servedTeamIds.isEmpty();
        return own ? Set.of(workspaceIdentity.teamId()) : servedTeamIds;
    }

    /**
     * The workspaces of a user. The profile names the workspace too; on Enterprise Grid a user belongs to several
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    private static Set<String> teams(JsonNode user) {
        String own = user.path("team_id").asText(text(user.path("profile"), "team"));
        return Stream.concat(
                        Stream.of(own),
                        user.path("enterprise_user").path("teams").valueStream().map(team -> team.asText("")))
                .filter(team -> !team.isEmpty())
                .collect(Collectors.toSet());
    }
}
