package dev.lifeline.slack.inbound;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A line that begins with a label, such as {@code *Host:* web-07} or {@code *Host*} above {@code web-07}.
 *
 * @param label empty where there is none
 */
record LabelledLine(String label, String text) {

    private static final Pattern LABELLED = Pattern.compile(
            "[\\s•*_>-]*([\\pL][\\pL\\pN _./()-]{0,30}?)(?:\\s*:[*_\\s]+|[*_]+\\s*:?\\s*\\n\\s*|[*_]+:?\\s+)(.+)",
            Pattern.DOTALL);

    static LabelledLine parse(String markup) {
        Matcher matcher = LABELLED.matcher(markup);
        return matcher.matches() ? new LabelledLine(matcher.group(1), matcher.group(2)) : new LabelledLine("", markup);
    }
}
