package dev.lifeline.sandbox.softlayer.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a long answer? {@code resultLimit=offset,limit}, or {@code limit} alone. */
public record ResultLimit(int offset, int maxRows) {

    public static final ResultLimit UNLIMITED = new ResultLimit(0, Integer.MAX_VALUE);

    private static final Pattern LIMIT_PATTERN = Pattern.compile("\\s*(?:(\\d{1,9})\\s*,\\s*)?(\\d{1,9})\\s*");

    /** What cannot be read limits nothing. */
    public static ResultLimit parse(String text) {
        Matcher form = LIMIT_PATTERN.matcher(text);
        if (!form.matches()) return UNLIMITED;
        return new ResultLimit(form.group(1) == null ? 0 : Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** That part of the list. */
    public <T> List<T> slice(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + maxRows, all.size()));
    }
}
