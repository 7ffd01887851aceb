package dev.lifeline.slack.blockkit;

import dev.lifeline.message.model.TextRun;

/** How are a person and a moment written where Slack parses? The only markup that the bot ever writes, made of ids and numbers. */
final class Mrkdwn {

    private Mrkdwn() {}

    /** Empty for every other span. */
    static String format(TextRun textRun) {
        if (textRun instanceof TextRun.UserMention userMention) return "<@" + userMention.user() + ">";
        if (textRun instanceof TextRun.Timestamp timestamp)
            return "<!date^" + timestamp.at().getEpochSecond() + "^" + DateFormatting.SLACK_DATE_FORMAT + "|"
                    + DateFormatting.fallbackText(timestamp.at()) + ">";
        return "";
    }
}
