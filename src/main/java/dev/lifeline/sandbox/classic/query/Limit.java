package dev.lifeline.sandbox.classic.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a long answer? {@code resultLimit=offset,limit}, or {@code limit} alone. */
public record Limit(int offset, int size) {

    public static final Limit NONE = new Limit(0, Integer.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("\\s*(?:(\\d{1,9})\\s*,\\s*)?(\\d{1,9})\\s*");

    /** What cannot be read limits nothing. */
    public static Limit parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return NONE;
        return new Limit(form.group(1) == null ? 0 : Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** That part of the list. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + size, all.size()));
    }
}
