package dev.lifeline.approval;

import java.util.Locale;

/**
 * A pattern for names: {@code *} matches any text, {@code ?} one character; case is ignored.
 *
 * @param text the pattern; an empty one matches the empty name only
 */
public record Glob(String text) {

    /** Whether the whole name matches. Takes no more steps than the product of both lengths. */
    public boolean matches(String name) {
        return matches(codePoints(text), codePoints(name));
    }

    private static int[] codePoints(String text) {
        return text.toLowerCase(Locale.ROOT).codePoints().toArray();
    }

    /** What follows the last {@code *} is tried further to the right each time: an earlier one can match no more than that one does. */
    private static boolean matches(int[] pattern, int[] name) {
        int inPattern = 0;
        int inName = 0;
        int afterStar = -1;
        int starEnd = 0;
        while (inName < name.length) {
            boolean star = inPattern < pattern.length && pattern[inPattern] == '*';
            if (star) {
                afterStar = ++inPattern;
                starEnd = inName;
            } else if (inPattern < pattern.length
                    && (pattern[inPattern] == '?' || pattern[inPattern] == name[inName])) {
                inPattern++;
                inName++;
            } else if (afterStar < 0) {
                return false;
            } else {
                inPattern = afterStar;
                inName = ++starEnd;
            }
        }
        while (inPattern < pattern.length && pattern[inPattern] == '*') inPattern++;
        return inPattern == pattern.length;
    }
}
