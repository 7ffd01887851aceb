package dev.lifeline.sandbox.softlayer.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requested part of a list: {@code resultLimit=offset,limit}, or {@code limit} alone.
 *
 * @param offset the first row, from 0
 * @param maxRows how many rows at most
 */
public record ResultLimit(int offset, int maxRows) {

    public static final ResultLimit UNLIMITED = new ResultLimit(0, Integer.MAX_VALUE);

    private static final Pattern LIMIT_PATTERN = Pattern.compile("\\s*(?:(\\d{1,9})\\s*,\\s*)?(\\d{1,9})\\s*");

    /** Parses a limit; one that is malformed limits nothing. */
    public static ResultLimit parse(String text) {
        Matcher matcher = LIMIT_PATTERN.matcher(text);
        if (!matcher.matches()) return UNLIMITED;
        return new ResultLimit(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Returns that part of a list. */
    public <T> List<T> slice(List<T> all) {
        int start = Math.min(offset, all.size());
        return all.subList(start, (int) Math.min((long) start + maxRows, all.size()));
    }
}
