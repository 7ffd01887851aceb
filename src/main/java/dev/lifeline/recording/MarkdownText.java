package dev.lifeline.recording;

/**
 * Renders untrusted text as a Markdown code span, in which nothing is a heading, a link, HTML or a mention (promise P9).
 * The fence is longer than any run of backticks in the text (<a
 * href="https://spec.commonmark.org/0.31.2/#code-spans">CommonMark, section Code spans</a>).
 */
final class MarkdownText {

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
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
