package dev.lifeline.slack;

import dev.lifeline.message.Span;

/** How are a person and a moment written where Slack parses? The only markup that the bot ever writes, made of ids and numbers. */
final class Live {

    private Live() {}

    /** Empty for every other span. */
    static String text(Span span) {
        if (span instanceof Span.Mention mention) return "<@" + mention.person() + ">";
        if (span instanceof Span.Moment moment)
            return "<!date^" + moment.at().getEpochSecond() + "^" + Moments.FORMAT + "|" + Moments.fallback(moment.at())
                    + ">";
        return "";
    }
}
