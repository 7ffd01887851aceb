package dev.lifeline.handler.inbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.device.DeviceReference;
import dev.lifeline.handler.inbox.RescueCommand.Launch;
import dev.lifeline.handler.inbox.RescueCommand.LaunchWithWords;
import dev.lifeline.handler.inbox.RescueCommand.Unknown;
import java.util.Optional;

/** Parses the device of a rescue and what stands behind it: {@code web-07}, {@code web-07 because disk full}, {@code web-07 -- disk full}. */
final class LaunchParser {

    /** What introduces a reason, in the languages of the catalogue; some clients make one dash of two. */
    private static final Pattern REASON = Pattern.compile(
            "(?i)(?:(?:because(?: of)?|perch(?:é|è|e'|e)|poich(?:é|è|e'|e)|weil|reason:|motivo:|grund:)\\s+|(?:--|–|—)\\s*)(.+)",
            Pattern.DOTALL);

    /** What a reason begins with; anything else behind a device is a mistake. */
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}].*", Pattern.DOTALL);

    /** A pasted SSH command, with what stands before the device. */
    private static final Pattern SSH =
            Pattern.compile("ssh\\s+((?:-\\w\\s*\\S+\\s+)*)([^-\\s]\\S*)(?:\\s+-\\w\\s*\\S+)*\\s*");

    private LaunchParser() {}

    static RescueCommand parse(String text) {
        Matcher ssh = SSH.matcher(text);
        if (ssh.matches()) return new Launch(DeviceReference.parse(ssh.group(2)).name(), "");
        String[] words = text.strip().split("\\s+", 2);
        String device = DeviceReference.parse(words[0]).name();
        String rest = words.length == 1 ? "" : words[1].strip();
        if (rest.isEmpty()) return new Launch(device, "");
        return reason(rest)
                .<RescueCommand>map(reason -> new Launch(device, reason))
                .orElseGet(() -> withWords(text, device, rest));
    }

    private static Optional<String> reason(String rest) {
        Matcher matcher = REASON.matcher(rest);
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static RescueCommand withWords(String text, String device, String rest) {
        return WORDS.matches(rest) ? new LaunchWithWords(device, rest) : new Unknown(text);
    }
}
