package dev.lifeline.endtoend;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of a kill matrix as Markdown: a row a point, a column a signal and database. */
final class KillMatrixPage {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final List<KillMatrix.Outcome> outcomes;

    KillMatrixPage(List<KillMatrix.Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    String table() {
        List<Column> columns = Stream.of(KillMatrix.Setup.values())
                .flatMap(setup -> Stream.of(Disturbance.values()).map(signal -> new Column(setup, signal)))
                .filter(column -> outcomes.stream().anyMatch(column::holds))
                .toList();
        return "| Point |"
                + columns.stream().map(column -> " " + column.title() + " |").collect(Collectors.joining())
                + "\n|---|" + "---|".repeat(columns.size()) + "\n"
                + Stream.of(KillPoint.values())
                        .map(point ->
                                "| " + point.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " |"
                                        + columns.stream()
                                                .map(column -> " " + cell(point, column) + " |")
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String cell(KillPoint point, Column column) {
        return outcomes.stream()
                .filter(column::holds)
                .filter(outcome -> outcome.cell().point() == point)
                .max(Comparator.comparingLong(KillMatrix.Outcome::recoveryMillis))
                .map(KillMatrixPage::describe)
                .orElse("–");
    }

    private static String describe(KillMatrix.Outcome outcome) {
        String seconds = String.format(Locale.ROOT, "%.1f s", outcome.recoveryMillis() / MILLIS_PER_SECOND);
        String device = outcome.cell().device().hostname();
        return outcome.result() == RescueRun.Result.EXITED
                ? seconds + " (" + device + ")"
                : seconds + ", never sent (" + device + ")";
    }

    private record Column(KillMatrix.Setup setup, Disturbance disturbance) {

        boolean holds(KillMatrix.Outcome outcome) {
            return outcome.cell().setup() == setup && outcome.cell().disturbance() == disturbance;
        }

        String title() {
            return (setup == KillMatrix.Setup.SQLITE ? "SQLite, " : "PostgreSQL × 3, ") + disturbance.label();
        }
    }
}
