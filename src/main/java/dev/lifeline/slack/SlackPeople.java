package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * People as {@code users.info} describes them, remembered for {@link #FRESH} and never longer, whatever Slack's day; whoever Slack says
 * nothing about, though asked with some insistence, is unknown.
 */
final class SlackPeople implements People {

    static final Duration FRESH = Duration.ofSeconds(10);

    private final WebApi api;
    private final HomeSearch homes;
    private final Set<String> workspaces;
    private final Cache<SlackUserId, CompletableFuture<Person>> seen;
    private final Insistence insistence = new Insistence();

    SlackPeople(WebApi api, HomeSearch homes, InstantSource clock) {
        this(api, homes, Set.of(), clock);
    }

    /** @param workspaces whose members are served; empty for our own */
    SlackPeople(WebApi api, HomeSearch homes, Set<String> workspaces, InstantSource clock) {
        this.api = api;
        this.homes = homes;
        this.workspaces = workspaces;
        this.seen = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public Person person(SlackUserId id) {
        CompletableFuture<Person> mine = new CompletableFuture<>();
        CompletableFuture<Person> reading = seen.get(id, asked -> mine);
        if (reading == mine) read(id, mine);
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PersonUnknown unknown) throw unknown;
            throw e;
        }
    }

    /** For all who ask for the same person meanwhile; who asks for another one does not wait. */
    private void read(SlackUserId id, CompletableFuture<Person> mine) {
        try {
            mine.complete(insistence.answerTo(() -> read(id)));
        } catch (SlackFailure silence) {
            failed(id, mine, new PersonUnknown("Slack says nothing about " + id + ": " + silence.code(), silence));
        } catch (RuntimeException e) {
            failed(id, mine, e);
        }
    }

    /** Who waits is told, who comes later asks again; an AsyncCache would do so too, but writes the whole trace into the log. */
    private void failed(SlackUserId id, CompletableFuture<Person> mine, RuntimeException why) {
        seen.asMap().remove(id, mine);
        mine.completeExceptionally(why);
    }

    private Person read(SlackUserId id) {
        Home home = homes.home();
        JsonNode user = api.call(ApiMethod.USERS_INFO, Map.of("user", id.value(), "include_locale", "true"))
                .path("user");
        if (!id.value().equals(user.path("id").asText())) throw new PersonUnknown("Slack described somebody else");
        return new Person(id, name(user), email(user), locale(user), guise(user, home));
    }

    private static String name(JsonNode user) {
        JsonNode profile = user.path("profile");
        return Stream.of(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        user.path("real_name"),
                        user.path("name"))
                .map(name -> CleanText.line(name.asText("")).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(user.path("id").asText());
    }

    /** Only an address that Slack vouches for says who somebody is on the account. */
    private static Optional<String> email(JsonNode user) {
        JsonNode confirmed = user.path("is_email_confirmed");
        boolean vouched = confirmed.isMissingNode() || confirmed.asBoolean(false);
        return Optional.of(user.path("profile").path("email").asText("").strip())
                .filter(email -> vouched && !email.isEmpty() && !"null".equals(email));
    }

    private static Locale locale(JsonNode user) {
        Locale locale = Locale.forLanguageTag(user.path("locale").asText(""));
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    private Person.Guise guise(JsonNode user, Home home) {
        if (user.path("deleted").asBoolean()) return Person.Guise.DEACTIVATED;
        if (user.path("is_bot").asBoolean()
                || "USLACKBOT".equals(user.path("id").asText())) return Person.Guise.BOT;
        if (user.path("is_stranger").asBoolean() || !isServed(user, home)) return Person.Guise.STRANGER;
        boolean guest = user.path("is_restricted").asBoolean()
                || user.path("is_ultra_restricted").asBoolean();
        return guest ? Person.Guise.GUEST : Person.Guise.MEMBER;
    }

    /** The profile names the workspace too. In a Grid one person is of several (slack.md 4.4). */
    private boolean isServed(JsonNode user, Home home) {
        Set<String> served = workspaces.isEmpty() ? Set.of(home.teamId()) : workspaces;
        String own =
                user.path("team_id").asText(user.path("profile").path("team").asText(""));
        if (served.contains(own)) return true;
        return user.path("enterprise_user")
                .path("teams")
                .valueStream()
                .anyMatch(team -> served.contains(team.asText()));
    }
}
