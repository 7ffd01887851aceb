package dev.lifeline.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How does a foreign text stand in Markdown? As a code span, in which nothing is a heading, a link, HTML or somebody's name to ping; the
 * fence is longer than any run of backticks in it (CommonMark 6.1).
 */
final class MarkdownText {

    private static final Pattern BACKTICKS_PATTERN = Pattern.compile("`+");

    private MarkdownText() {}

    static String codeSpan(String foreign) {
        String line = foreign.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) return "–";
        String fence = "`".repeat(longestBacktickRun(line) + 1);
        String room = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + room + line + room + fence;
    }

    private static int longestBacktickRun(String line) {
        Matcher ticks = BACKTICKS_PATTERN.matcher(line);
        return ticks.results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    }
}
