package dev.lifeline.handler.inbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.RescueCommand.Access;
import dev.lifeline.handler.inbox.RescueCommand.AccessWithoutMention;
import dev.lifeline.handler.inbox.RescueCommand.AssignLink;
import dev.lifeline.handler.inbox.RescueCommand.Doctor;
import dev.lifeline.handler.inbox.RescueCommand.Exit;
import dev.lifeline.handler.inbox.RescueCommand.Help;
import dev.lifeline.handler.inbox.RescueCommand.History;
import dev.lifeline.handler.inbox.RescueCommand.Launch;
import dev.lifeline.handler.inbox.RescueCommand.LaunchWithWords;
import dev.lifeline.handler.inbox.RescueCommand.LinkSelf;
import dev.lifeline.handler.inbox.RescueCommand.LinkWithoutMention;
import dev.lifeline.handler.inbox.RescueCommand.ListDevices;
import dev.lifeline.handler.inbox.RescueCommand.ListLinks;
import dev.lifeline.handler.inbox.RescueCommand.MissingDevice;
import dev.lifeline.handler.inbox.RescueCommand.StartDrill;
import dev.lifeline.handler.inbox.RescueCommand.Status;
import dev.lifeline.handler.inbox.RescueCommand.Timeline;
import dev.lifeline.handler.inbox.RescueCommand.UnlinkSelf;
import dev.lifeline.handler.inbox.RescueCommand.UnlinkUser;
import dev.lifeline.handler.inbox.RescueCommand.WhoAmI;
import dev.lifeline.message.model.CommandWords;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parses the text of the slash command by its first word, in any language of the catalogue. */
final class RescueCommandParser {

    /**
     * A mention as Slack sends it, and the text after it. The name in a mention does not identify the user (src/docs/platform/slack.md,
     * section Threads, updates, formatting).
     */
    private static final Pattern MENTION =
            Pattern.compile("<@((?:[A-Z0-9]{2,40}/)?[A-Z0-9]{2,40})(?:\\|[^>]*)?>\\s*(.*)", Pattern.DOTALL);

    private static final String QUOTES = "`'\"“”";

    private static final Map<String, Function<String, RescueCommand>> PARSERS = Map.ofEntries(
            Map.entry("list", ListDevices::new),
            Map.entry("status", rest -> new Status(rest.isEmpty() ? Optional.empty() : Optional.of(rest))),
            Map.entry("exit", rest -> rest.isEmpty() ? new MissingDevice("exit") : new Exit(rest)),
            Map.entry("rescue", rest -> rest.isEmpty() ? new MissingDevice("") : LaunchParser.parse(rest)),
            Map.entry("drill", RescueCommandParser::parseDrill),
            Map.entry("access", RescueCommandParser::parseAccess),
            Map.entry("history", rest -> new History(rest.isEmpty() ? Optional.empty() : Optional.of(rest))),
            Map.entry("timeline", rest -> rest.isEmpty() ? new MissingDevice("timeline") : new Timeline(rest)),
            Map.entry("whoami", rest -> new WhoAmI()),
            Map.entry("link", rest -> rest.isEmpty() ? new LinkSelf() : parseAssignLink(rest)),
            Map.entry("unlink", rest -> rest.isEmpty() ? new UnlinkSelf() : parseUnlinkUser(rest)),
            Map.entry("links", rest -> new ListLinks()),
            Map.entry("doctor", rest -> new Doctor()),
            Map.entry("help", rest -> new Help()));

    private RescueCommandParser() {}

    /** Parses the text after {@code /rescue}. Never fails: what cannot be parsed is {@link Unknown}. */
    static RescueCommand parse(String typed) {
        String text = CommandText.toPlainText(typed);
        if (text.isEmpty()) return new Help();
        String[] words = text.split("\\s+", 2);
        return CommandWords.find(words[0])
                .map(PARSERS::get)
                .map(parser -> parser.apply(words.length == 1 ? "" : stripQuotes(words[1])))
                .orElseGet(() -> LaunchParser.parse(text));
    }

    /** Nothing depends on a drill, so that words behind its device are taken for the reason without a question. */
    private static RescueCommand parseDrill(String rest) {
        if (rest.isEmpty()) return new StartDrill("", "");
        RescueCommand launch = LaunchParser.parse(rest);
        if (launch instanceof LaunchWithWords words) return new StartDrill(words.device(), words.words());
        return launch instanceof Launch plain ? new StartDrill(plain.device(), plain.reason()) : launch;
    }

    private static RescueCommand parseAccess(String rest) {
        Matcher mention = MENTION.matcher(rest);
        if (mention.matches()) return new Access(Optional.of(new SlackUserId(mention.group(1))), mention.group(2));
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

    /** Removes quotes around a name, which are often copied with it. */
    private static String stripQuotes(String text) {
        String name = text.strip();
        int start = 0;
        int end = name.length();
        while (start < end && QUOTES.indexOf(name.charAt(start)) >= 0) start++;
        while (end > start && QUOTES.indexOf(name.charAt(end - 1)) >= 0) end--;
        return name.substring(start, end);
    }
}
