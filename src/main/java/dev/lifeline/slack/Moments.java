package dev.lifeline.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How is a moment shown? In the reader's own time zone by Slack; in UTC where Slack cannot. */
final class Moments {

    static final String FORMAT = "{date_short_pretty} {time}";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Moments() {}

    static String fallback(Instant at) {
        return UTC.format(at);
    }
}
