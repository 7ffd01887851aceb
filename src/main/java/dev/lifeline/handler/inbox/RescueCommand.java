package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What does a person want who typed {@code /rescue …}? */
public sealed interface RescueCommand {

    record Launch(String device) implements RescueCommand {}

    record ListDevices(String text) implements RescueCommand {}

    record Status(Optional<String> device) implements RescueCommand {}

    record Exit(String device) implements RescueCommand {}

    /**
     * What somebody has and lacks.
     *
     * @param user empty: the caller
     * @param device empty: none in particular
     */
    record Access(Optional<SlackUserId> user, String device) implements RescueCommand {}

    /** A person who was typed, not chosen from Slack's list: a name identifies nobody. */
    record AccessWithoutMention(String text) implements RescueCommand {}

    record History(Optional<String> device) implements RescueCommand {}

    record Timeline(String device) implements RescueCommand {}

    record WhoAmI() implements RescueCommand {}

    /** Show which cloud user one is. */
    record LinkSelf() implements RescueCommand {}

    /** Say which cloud user somebody is. */
    record AssignLink(SlackUserId user, String username) implements RescueCommand {}

    /** Cut one's own link. */
    record UnlinkSelf() implements RescueCommand {}

    record UnlinkUser(SlackUserId user) implements RescueCommand {}

    record ListLinks() implements RescueCommand {}

    /** Something after {@code link} or {@code unlink} that is no mention: a name identifies nobody. */
    record LinkWithoutMention() implements RescueCommand {}

    record Help() implements RescueCommand {}

    /** A verb that wants a device, without one. */
    record MissingDevice(String subcommand) implements RescueCommand {}

    /** None of the above. */
    record Unknown(String text) implements RescueCommand {}

    /** Slack turns {@code web-07.example.com} into {@code <http://web-07.example.com|web-07.example.com>}. */
    Pattern AUTO_LINK = Pattern.compile("<https?://[^|>]*\\|([^>]*)>|<https?://([^|>]*)>");

    /** A person as Slack writes one whom somebody mentioned, and what follows; the name in it is for people only (slack.md 4.6). */
    Pattern MENTION = Pattern.compile("<@([A-Z0-9]{2,40})(?:\\|[^>]*)?>\\s*(.*)", Pattern.DOTALL);

    Map<String, Function<String, RescueCommand>> PARSERS = Map.ofEntries(
            Map.entry("list", ListDevices::new),
            Map.entry("status", rest -> new Status(rest.isEmpty() ? Optional.empty() : Optional.of(rest))),
            Map.entry("exit", rest -> rest.isEmpty() ? new MissingDevice("exit") : new Exit(rest)),
            Map.entry("launch", rest -> rest.isEmpty() ? new MissingDevice("") : new Launch(rest)),
            Map.entry("access", RescueCommand::parseAccess),
            Map.entry("history", rest -> new History(rest.isEmpty() ? Optional.empty() : Optional.of(rest))),
            Map.entry("timeline", rest -> rest.isEmpty() ? new MissingDevice("timeline") : new Timeline(rest)),
            Map.entry("whoami", rest -> new WhoAmI()),
            Map.entry("link", rest -> rest.isEmpty() ? new LinkSelf() : parseAssignLink(rest)),
            Map.entry("unlink", rest -> rest.isEmpty() ? new UnlinkSelf() : parseUnlinkUser(rest)),
            Map.entry("links", rest -> new ListLinks()),
            Map.entry("help", rest -> new Help()));

    /** Reads what was typed after the command. Never fails: what makes no sense is {@link Unknown}. */
    static RescueCommand parse(String typed) {
        String text = stripAutoLinks(typed).strip();
        if (text.isEmpty()) return new Help();
        String[] words = text.split("\\s+", 2);
        Function<String, RescueCommand> verb = PARSERS.get(words[0].toLowerCase(Locale.ROOT));
        if (verb != null) return verb.apply(words.length == 1 ? "" : stripQuotes(words[1]));
        return words.length == 1 ? new Launch(stripQuotes(text)) : new Unknown(text);
    }

    /** Whether the command only shows something, so that the caller's identity may come from a cache. */
    default boolean isReadOnly() {
        return this instanceof ListDevices
                || this instanceof Status
                || this instanceof History
                || this instanceof WhoAmI
                || this instanceof Help;
    }

    private static RescueCommand parseAccess(String rest) {
        Matcher person = MENTION.matcher(rest);
        if (person.matches()) return new Access(Optional.of(new SlackUserId(person.group(1))), person.group(2));
        return rest.startsWith("@") ? new AccessWithoutMention(rest) : new Access(Optional.empty(), rest);
    }

    private static RescueCommand parseAssignLink(String rest) {
        Matcher mention = MENTION.matcher(rest);
        boolean complete = mention.matches() && !mention.group(2).isBlank();
        return complete
                ? new AssignLink(new SlackUserId(mention.group(1)), stripQuotes(mention.group(2)))
                : new LinkWithoutMention();
    }

    private static RescueCommand parseUnlinkUser(String rest) {
        Matcher mention = MENTION.matcher(rest);
        return mention.matches() ? new UnlinkUser(new SlackUserId(mention.group(1))) : new LinkWithoutMention();
    }

    private static String stripAutoLinks(String typed) {
        return AUTO_LINK
                .matcher(typed)
                .replaceAll(link -> Matcher.quoteReplacement(autoLinkText(link.group(1), link.group(2))));
    }

    private static String autoLinkText(@Nullable String label, @Nullable String address) {
        return label != null ? label : address == null ? "" : address;
    }

    /** A name copied from somewhere often comes with its quotes. */
    private static String stripQuotes(String text) {
        return text.strip().replaceAll("^[`'\"“”]+|[`'\"“”]+$", "");
    }
}
