package dev.lifeline.slack;

import java.util.regex.Pattern;

/** What did a person type, before Slack made links and escapes of it (slack.md 4.6)? */
final class TypedText {

    private static final Pattern LINK = Pattern.compile("<(?:https?|mailto):[^|>]*\\|([^>]*)>");
    private static final Pattern BARE_LINK = Pattern.compile("<(?:https?://|mailto:)([^>]*)>");

    private TypedText() {}

    static String plain(String sent) {
        String unlinked = LINK.matcher(sent).replaceAll("$1");
        unlinked = BARE_LINK.matcher(unlinked).replaceAll("$1");
        return unlinked.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** The same, without the mention that called the bot. */
    static String afterMention(String sent, String botUserId) {
        return plain(sent.replaceFirst("<@" + Pattern.quote(botUserId) + "(?:\\|[^>]*)?>", " "));
    }
}
