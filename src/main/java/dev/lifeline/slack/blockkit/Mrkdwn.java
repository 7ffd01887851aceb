package dev.lifeline.slack.blockkit;

import dev.lifeline.message.model.TextRun;

/** Formats user mentions and dates as mrkdwn, the only markup that the bot writes; made of ids and numbers (promise P9). */
final class Mrkdwn {

    private Mrkdwn() {}

    /** The markup; empty for every other run. */
    static String format(TextRun textRun) {
        if (textRun instanceof TextRun.UserMention userMention) return "<@" + userMention.user() + ">";
        if (textRun instanceof TextRun.Timestamp timestamp)
            return "<!date^" + timestamp.at().getEpochSecond() + "^" + DateFormatting.SLACK_DATE_FORMAT + "|"
                    + DateFormatting.fallbackText(timestamp.at()) + ">";
        return "";
    }
}
