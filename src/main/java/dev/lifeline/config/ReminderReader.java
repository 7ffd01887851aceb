package dev.lifeline.config;

import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads {@code remind}: when approvers are asked again, who else then, and which webhook is called. */
final class ReminderReader {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MAX_URL_CHARS = 2_000;

    private ReminderReader() {}

    /** @param within the time to approve, which the reminder has to come before */
    static Optional<Reminder> read(YamlMap remind, Duration within) {
        remind.rejectUnknownKeys(Set.of("after", "then"));
        Optional<Duration> after = remind.duration("after", SECOND, WEEK);
        if (after.isEmpty() && !remind.has("after")) remind.addProblem("after", "is missing, such as after: 5m");
        if (after.filter(first -> first.compareTo(within) >= 0).isPresent())
            remind.addProblem("after", "has to be shorter than approve-by, or no reminder is ever sent");
        return remind.isMap("then")
                ? after.flatMap(first -> remind.map("then").map(then -> escalation(first, then)))
                : after.map(first -> new Reminder(first, remind.texts("then")));
    }

    private static Reminder escalation(Duration after, YamlMap then) {
        then.rejectUnknownKeys(Set.of("people", "webhook"));
        Optional<URI> webhook = then.text("webhook").flatMap(text -> webhook(then, text));
        return new Reminder(after, then.texts("people"), webhook);
    }

    /** A wrong one is not repeated: such addresses hold passwords and tokens, and problems are logged. */
    private static Optional<URI> webhook(YamlMap then, String text) {
        Optional<URI> url = url(text);
        if (url.isEmpty())
            then.addProblem(
                    "webhook", "has to be an address that begins with https:// or http:// and has no user name in it");
        return url;
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            boolean usable = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return Optional.of(url).filter(known -> http && usable && text.length() <= MAX_URL_CHARS);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
