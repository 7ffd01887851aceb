package dev.lifeline.slack.blockkit;

import java.util.regex.Pattern;

/** What did a person type, before Slack made links and escapes of it (slack.md 4.6)? */
public final class CommandText {

    private static final Pattern LABELED_LINK = Pattern.compile("<(?:https?|mailto):[^|>]*\\|([^>]*)>");
    private static final Pattern BARE_LINK = Pattern.compile("<(?:https?://|mailto:)([^>]*)>");

    private CommandText() {}

    public static String toPlainText(String sent) {
        String unlinked = LABELED_LINK.matcher(sent).replaceAll("$1");
        unlinked = BARE_LINK.matcher(unlinked).replaceAll("$1");
        return unlinked.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** The same, without the mention that called the bot. */
    public static String withoutMention(String sent, String botUserId) {
        return toPlainText(sent.replaceFirst("<@" + Pattern.quote(botUserId) + "(?:\\|[^>]*)?>", " "));
    }
}
