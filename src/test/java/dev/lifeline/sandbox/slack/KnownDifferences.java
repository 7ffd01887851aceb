package dev.lifeline.sandbox.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The differences between the fake Slack and Slack's reference that are meant, each with its reason. {@code *} stands for any text, {@code "; "} separates alternatives. */
final class KnownDifferences {

    private record Row(String subject, String aspect, String difference, String reason) {

        static Row parse(String line) {
            String[] cells = line.split("\t");
            return new Row(cells[0], cells[1], cells[2], cells[3]);
        }

        boolean matches(String about, String kind, String found) {
            return subjects().anyMatch(pattern -> matches(pattern, about))
                    && matchingDifference(kind, found).isPresent();
        }

        Optional<String> matchingDifference(String kind, String found) {
            return differences()
                    .filter(pattern -> aspect.equals(kind) && matches(pattern, found))
                    .findFirst();
        }

        private Stream<String> subjects() {
            return Stream.of(subject.split("; "));
        }

        Stream<String> differences() {
            return Stream.of(difference.split("; "));
        }

        private static boolean matches(String glob, String text) {
            String regex = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.matches(regex, text);
        }
    }

    private final List<Row> rows;
    private final Set<String> used = new HashSet<>();

    private KnownDifferences(List<Row> rows) {
        this.rows = rows;
    }

    static KnownDifferences read() {
        try (InputStream file = KnownDifferences.class.getResourceAsStream("/slack-api/known-differences.tsv")) {
            return new KnownDifferences(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Row::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The differences of the methods, or those of the payloads. */
    KnownDifferences about(boolean payloads) {
        return new KnownDifferences(rows.stream()
                .filter(row -> row.aspect().equals("payload") == payloads)
                .toList());
    }

    Optional<String> reasonFor(String subject, String aspect, String difference) {
        Optional<Row> row = rows.stream()
                .filter(each -> each.matches(subject, aspect, difference))
                .findFirst();
        row.flatMap(each -> each.matchingDifference(aspect, difference))
                .ifPresent(pattern -> used.add(row.get().subject() + " " + pattern));
        return row.map(Row::reason);
    }

    List<String> unused() {
        return rows.stream()
                .flatMap(row -> row.differences().map(pattern -> row.subject() + " " + pattern))
                .filter(pattern -> !used.contains(pattern))
                .toList();
    }

    String toMarkdown() {
        return rows.stream()
                .map(row -> "| `%s` | %s | %s | %s |%n"
                        .formatted(row.subject(), row.aspect(), row.difference(), row.reason()))
                .collect(Collectors.joining("", "| Where | What | Here | Why |\n|---|---|---|---|\n", ""));
    }
}
