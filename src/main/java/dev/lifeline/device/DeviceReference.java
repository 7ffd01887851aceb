package dev.lifeline.device;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * The name, address or id that a person means by what they typed or pasted: a URL, {@code user@}, a port, a trailing dot, quotes, blanks
 * and the dashes of typesetters do not belong to it. Says nothing about whether there is such a device: what is acted on is identified
 * by {@link Device#isIdentifiedBy} exactly.
 *
 * @param name part of what was typed, except for dashes, which are hyphens in it; may be empty
 */
public record DeviceReference(String name) {

    /** Above the length of a URL around the longest DNS name; longer text is truncated. */
    private static final int MAX_CHARS = 1_000;

    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\uFE58\uFE63]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+");
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\u200B\u2060\uFEFF]");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*).*", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile(".*@(.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile("([^:/]+):[0-9]{1,5}(?:/.*)?", Pattern.DOTALL);
    private static final Pattern IPV6_PORT = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?");
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*(.*)\\*|_(.*)_|~(.*)~|<(.*)>|\\((.*)\\)", Pattern.DOTALL);
    private static final List<Pattern> LAYERS = List.of(EMPHASIS, URL, USER, PORT, IPV6_PORT);
    private static final String QUOTES = "`'\"“”„‘’«»";
    private static final String PUNCTUATION = ".,;!?";

    /** Reads what a person typed, which is without Slack's markup. Takes time in proportion to its length. */
    public static DeviceReference parse(String typed) {
        String text = typed.length() > MAX_CHARS ? typed.substring(0, MAX_CHARS) : typed;
        String name = BLANKS.matcher(ZERO_WIDTH.matcher(text).replaceAll("")).replaceAll(" ");
        name = DASHES.matcher(name).replaceAll("-");
        for (String shorter = unwrap(name); shorter.length() < name.length(); shorter = unwrap(name)) name = shorter;
        return new DeviceReference(name);
    }

    /** The text without the outermost of what does not belong to a name: one layer, so that what is inside is not cut first. */
    private static String unwrap(String text) {
        String bare = stripPunctuation(stripQuotes(text.strip()));
        if (bare.length() < text.length()) return bare;
        if (text.endsWith("/")) return text.substring(0, text.length() - 1);
        return LAYERS.stream()
                .map(layer -> inner(layer, text))
                .filter(inside -> inside.length() < text.length())
                .findFirst()
                .orElse(text);
    }

    private static String inner(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) return text;
        for (int group = 1; group <= matcher.groupCount(); group++)
            if (matcher.group(group) != null) return matcher.group(group);
        return text;
    }

    private static String stripQuotes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && QUOTES.indexOf(text.charAt(start)) >= 0) start++;
        while (end > start && QUOTES.indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(start, end);
    }

    private static String stripPunctuation(String text) {
        int end = text.length();
        while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end);
    }
}
