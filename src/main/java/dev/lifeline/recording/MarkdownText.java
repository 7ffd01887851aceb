package dev.lifeline.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders untrusted text as a Markdown code span, in which nothing is a heading, a link, HTML or a mention (promise P9).
 * The fence is longer than any run of backticks in the text (<a
 * href="https://spec.commonmark.org/0.31.2/#code-spans">CommonMark, section Code spans</a>).
 */
final class MarkdownText {

    private static final Pattern BACKTICKS_PATTERN = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns one line of Markdown: white space is collapsed, blank text becomes a dash. */
    static String codeSpan(String untrusted) {
        String line = untrusted.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) return "–";
        String fence = "`".repeat(longestBacktickRun(line) + 1);
        String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + padding + line + padding + fence;
    }

    private static int longestBacktickRun(String line) {
        Matcher backticks = BACKTICKS_PATTERN.matcher(line);
        return backticks
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
