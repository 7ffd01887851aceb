package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code src/docs/performance.md}, of which the part between two marks is the last kept run. */
final class PerformancePage {

    static final Path PAGE = Path.of("src/docs/performance.md");

    private static final String BEGIN = "<!-- the last kept run: begin -->\n";
    private static final String END = "<!-- the last kept run: end -->\n";

    private PerformancePage() {}

    /**
     * Puts a run into the text of the page, in the place of the one before.
     *
     * @throws IllegalArgumentException where the page lacks the marks
     */
    static String withRun(String page, String run) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) throw new IllegalArgumentException("the marks of the kept run are missing");
        return page.substring(0, begin + BEGIN.length()) + "\n" + run + "\n" + page.substring(end);
    }

    static void keep(String run) {
        try {
            Files.writeString(PAGE, withRun(Files.readString(PAGE), run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
