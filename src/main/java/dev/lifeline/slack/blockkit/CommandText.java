package dev.lifeline.slack.blockkit;

import java.util.regex.Pattern;

/**
 * Converts the text of a command or mention from Slack's markup (links, entities) to plain text
 * (https://docs.slack.dev/messaging/formatting-message-text).
 */
public final class CommandText {

    private static final Pattern LABELED_LINK = Pattern.compile("<(?:https?|mailto):[^|>]*\\|([^>]*)>");
    private static final Pattern BARE_LINK = Pattern.compile("<(?:https?://|mailto:)([^>]*)>");

    private CommandText() {}

    /** The text with links replaced by their labels and entities decoded, stripped. */
    public static String toPlainText(String text) {
        String plain = LABELED_LINK.matcher(text).replaceAll("$1");
        plain = BARE_LINK.matcher(plain).replaceAll("$1");
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** The text without the first mention of the bot. */
    public static String withoutMention(String text, String botUserId) {
        return toPlainText(text.replaceFirst("<@" + Pattern.quote(botUserId) + "(?:\\|[^>]*)?>", " "));
    }
}
