package dev.lifeline.handler.inbox;

/**
 * Converts what a user typed from Slack's markup (links, entities) to plain text
 * (https://docs.slack.dev/messaging/formatting-message-text). Looks at each character a fixed number of times, and at
 * {@link #MAX_CHARS} characters at most.
 */
public final class CommandText {

    /** Maximum length of what is looked at; longer text is truncated. */
    public static final int MAX_CHARS = 3_000;

    private final String markup;
    private final StringBuilder plain = new StringBuilder();

    /** The next closing bracket and the next bar; each only moves on, so that no text is searched twice. */
    private int nextClose = -1;

    private int nextBar = -1;

    private CommandText(String markup) {
        this.markup = markup;
    }

    /** The text without what is beyond {@link #MAX_CHARS}. */
    public static String truncate(String text) {
        return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    }

    /** The text with links replaced by their labels and entities decoded, truncated and stripped. */
    public static String toPlainText(String text) {
        return new CommandText(truncate(text))
                .withoutLinks()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** The text without the first mention of the bot, truncated and stripped; its markup stays. */
    public static String withoutMention(String text, String botUserId) {
        String start = "<@" + botUserId;
        String markup = truncate(text);
        for (int at = markup.indexOf(start); at >= 0; at = markup.indexOf(start, at + 1)) {
            int close = mentionEnd(markup, at + start.length());
            if (close >= 0) return (markup.substring(0, at) + " " + markup.substring(close + 1)).strip();
        }
        return markup.strip();
    }

    /** Position of the bracket that closes a mention, which may carry a name after a bar; negative where it is none. */
    private static int mentionEnd(String markup, int afterId) {
        if (markup.startsWith(">", afterId)) return afterId;
        return markup.startsWith("|", afterId) ? markup.indexOf('>', afterId) : -1;
    }

    private String withoutLinks() {
        int at = 0;
        while (at < markup.length()) at = markup.charAt(at) == '<' ? appendLink(at) : appendChar(at);
        return plain.toString();
    }

    private int appendChar(int at) {
        plain.append(markup.charAt(at));
        return at + 1;
    }

    /** Appends the label of a link, or its address where it has none, and returns where the text goes on. */
    private int appendLink(int open) {
        int address = addressStart(open);
        if (address < 0) return appendChar(open);
        if (nextClose < address) nextClose = indexOrEnd('>', address);
        if (nextBar < address) nextBar = indexOrEnd('|', address);
        if (nextClose == markup.length()) return appendChar(open);
        plain.append(markup, nextBar < nextClose ? nextBar + 1 : address, nextClose);
        return nextClose + 1;
    }

    /** Where the address of a link begins, without its scheme; negative where there is no link. */
    private int addressStart(int open) {
        for (String scheme : new String[] {"<https://", "<http://", "<mailto:"})
            if (markup.startsWith(scheme, open)) return open + scheme.length();
        return -1;
    }

    private int indexOrEnd(char wanted, int from) {
        int found = markup.indexOf(wanted, from);
        return found < 0 ? markup.length() : found;
    }
}
