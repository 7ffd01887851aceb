package dev.lifeline.command;

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
     * @param person empty: the caller
     * @param device empty: none in particular
     */
    record Access(Optional<SlackUserId> person, String device) implements RescueCommand {}

    /** A person who was typed, not chosen from Slack's list: a name identifies nobody. */
    record NobodyChosen(String typed) implements RescueCommand {}

    record WhoAmI() implements RescueCommand {}

    record Help() implements RescueCommand {}

    /** A verb that wants a device, without one. */
    record WithoutDevice(String verb) implements RescueCommand {}

    /** None of the above. */
    record Unknown(String typed) implements RescueCommand {}

    /** Slack turns {@code web-07.example.com} into {@code <http://web-07.example.com|web-07.example.com>}. */
    Pattern LINK = Pattern.compile("<https?://[^|>]*\\|([^>]*)>|<https?://([^|>]*)>");

    /** Slack turns a person who is chosen from its list into {@code <@U0ASHA|asha>}; only the id counts. */
    Pattern PERSON = Pattern.compile("<@([A-Z0-9]{2,40})(?:\\|[^>]*)?>\\s*(.*)", Pattern.DOTALL);

    Map<String, Function<String, RescueCommand>> VERBS = Map.of(
            "list", ListDevices::new,
            "status", rest -> new Status(rest.isEmpty() ? Optional.empty() : Optional.of(rest)),
            "exit", rest -> rest.isEmpty() ? new WithoutDevice("exit") : new Exit(rest),
            "launch", rest -> rest.isEmpty() ? new WithoutDevice("") : new Launch(rest),
            "access", RescueCommand::access,
            "whoami", rest -> new WhoAmI(),
            "help", rest -> new Help());

    /** Reads what was typed after the command. Never fails: what makes no sense is {@link Unknown}. */
    static RescueCommand read(String typed) {
        String text = unlinked(typed).strip();
        if (text.isEmpty()) return new Help();
        String[] words = text.split("\\s+", 2);
        Function<String, RescueCommand> verb = VERBS.get(words[0].toLowerCase(Locale.ROOT));
        if (verb != null) return verb.apply(words.length == 1 ? "" : unquoted(words[1]));
        return words.length == 1 ? new Launch(unquoted(text)) : new Unknown(text);
    }

    /** Does it only show what is there? Then it need not be known as of this very moment who asks. */
    static boolean onlyShows(RescueCommand command) {
        return command instanceof ListDevices
                || command instanceof Status
                || command instanceof WhoAmI
                || command instanceof Help;
    }

    private static RescueCommand access(String rest) {
        Matcher person = PERSON.matcher(rest);
        if (person.matches()) return new Access(Optional.of(new SlackUserId(person.group(1))), person.group(2));
        return rest.startsWith("@") ? new NobodyChosen(rest) : new Access(Optional.empty(), rest);
    }

    private static String unlinked(String typed) {
        return LINK.matcher(typed).replaceAll(link -> Matcher.quoteReplacement(linked(link.group(1), link.group(2))));
    }

    private static String linked(@Nullable String label, @Nullable String address) {
        return label != null ? label : address == null ? "" : address;
    }

    /** A name copied from somewhere often comes with its quotes. */
    private static String unquoted(String text) {
        return text.strip().replaceAll("^[`'\"“”]+|[`'\"“”]+$", "");
    }
}
