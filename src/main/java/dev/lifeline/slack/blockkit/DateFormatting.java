package dev.lifeline.slack.blockkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats dates: by Slack in the reader's time zone, in UTC where Slack cannot. */
final class DateFormatting {

    static final String SLACK_DATE_FORMAT = "{date_short_pretty} {time}";

    private static final DateTimeFormatter UTC_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DateFormatting() {}

    static String fallbackText(Instant at) {
        return UTC_FORMAT.format(at);
    }
}
