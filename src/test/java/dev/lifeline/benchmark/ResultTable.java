package dev.lifeline.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as Markdown: each figure beside its goal, and the rates. */
final class ResultTable {

    private final Results results;

    ResultTable(Results results) {
        this.results = results;
    }

    String markdown() {
        return Stream.of(goals(), rates(), remarks())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String goals() {
        String head =
                "| Figure | Goal | " + labels() + " |\n|---|---|" + "---|".repeat(Contender.values().length) + "\n";
        return Stream.of(Figure.values()).map(this::row).collect(Collectors.joining("", head, ""));
    }

    private static String labels() {
        return Stream.of(Contender.values()).map(Contender::label).collect(Collectors.joining(" | "));
    }

    private String row(Figure figure) {
        String cells = Stream.of(Contender.values())
                .map(contender -> cell(new Results.Key(figure, contender)))
                .collect(Collectors.joining(" | "));
        return "| " + figure.label() + " | " + figure.goal().text() + " | " + cells + " |\n";
    }

    /** The spread, and whether the goal is reached; a dash for what the peer does not do. */
    private String cell(Results.Key key) {
        Spread spread = results.of(key);
        if (spread.isEmpty() && key.contender() == Contender.PEER) return "–";
        Optional<Boolean> reached = key.figure().goal().isReached(results, key);
        return spread + reached.map(yes -> yes ? " ✓" : " ✗").orElse("");
    }

    private String rates() {
        if (results.rates().isEmpty()) return "";
        String head = "| p50 / p99 in ms; commands/s held | " + labels() + " |\n|---|"
                + "---|".repeat(Contender.values().length) + "\n";
        return results.rates().stream().map(this::rateRow).collect(Collectors.joining("", head, ""));
    }

    private String rateRow(int rate) {
        String cells = Stream.of(Contender.values())
                .map(contender -> rateCell(results.ofRate(new Results.RateKey(rate, contender))))
                .collect(Collectors.joining(" | "));
        return String.format("| %,d/s | %s |%n", rate, cells);
    }

    private static String rateCell(List<Results.RateFigures> rounds) {
        if (rounds.isEmpty()) return "–";
        return spread(rounds, Results.RateFigures::p50) + " / " + spread(rounds, Results.RateFigures::p99) + "; "
                + spread(rounds, Results.RateFigures::achieved);
    }

    private static Spread spread(List<Results.RateFigures> rounds, ToDoubleFunction<Results.RateFigures> figure) {
        return new Spread(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private String remarks() {
        return results.remarks().stream().map(remark -> "* " + remark + "\n").collect(Collectors.joining());
    }
}
