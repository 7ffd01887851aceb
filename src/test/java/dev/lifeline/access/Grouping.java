package dev.lifeline.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which columns matter when? Every combination with its outcome, grouped into rows: those that differ only in what does not matter are
 * one.
 *
 * @param columns each with what may stand in it
 */
record Grouping(Map<String, List<String>> columns, Map<Map<String, String>, String> outcomes) {

    /** A row; a column that is not given may be anything. */
    record Row(Map<String, String> given, String outcome) {
        boolean fits(Map<String, String> combination) {
            return combination.entrySet().containsAll(given.entrySet());
        }
    }

    static Grouping of(Map<String, List<String>> columns, Function<Map<String, String>, String> outcome) {
        Map<Map<String, String>, String> outcomes = new LinkedHashMap<>();
        for (Map<String, String> combination : combinations(columns))
            outcomes.put(combination, outcome.apply(combination));
        return new Grouping(columns, outcomes);
    }

    static List<Map<String, String>> combinations(Map<String, List<String>> columns) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        columns.forEach((column, values) -> {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) for (String value : values) longer.add(with(one, column, value));
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    private static Map<String, String> with(Map<String, String> given, String column, String value) {
        Map<String, String> more = new LinkedHashMap<>(given);
        more.put(column, value);
        return more;
    }

    List<Row> rows() {
        return rows(Map.of());
    }

    /** Splits by the first column that matters. */
    private List<Row> rows(Map<String, String> given) {
        Set<String> told = outcomes.keySet().stream()
                .filter(combination -> new Row(given, "").fits(combination))
                .map(this::outcome)
                .collect(Collectors.toSet());
        if (told.size() == 1) return List.of(new Row(given, told.iterator().next()));
        String next = columns.keySet().stream()
                .filter(column -> !given.containsKey(column) && matters(given, column))
                .findFirst()
                .orElseThrow();
        return columns.getOrDefault(next, List.of()).stream()
                .flatMap(value -> rows(with(given, next, value)).stream())
                .toList();
    }

    private boolean matters(Map<String, String> given, String column) {
        return outcomes.keySet().stream()
                .filter(combination -> new Row(given, "").fits(combination))
                .anyMatch(combination -> columns.getOrDefault(column, List.of()).stream()
                        .anyMatch(value ->
                                !outcome(with(combination, column, value)).equals(outcome(combination))));
    }

    private String outcome(Map<String, String> combination) {
        return outcomes.getOrDefault(combination, "");
    }

    /** As a table of Markdown. */
    String print() {
        StringBuilder table = new StringBuilder("| ");
        table.append(String.join(" | ", columns.keySet())).append(" | outcome |\n|");
        table.append("---|".repeat(columns.size() + 1)).append('\n');
        for (Row row : rows()) {
            String cells = columns.keySet().stream()
                    .map(column -> row.given().getOrDefault(column, "–"))
                    .collect(Collectors.joining(" | "));
            String outcome = row.outcome().equals("yes") ? "**allowed**" : row.outcome();
            table.append("| ").append(cells).append(" | ").append(outcome).append(" |\n");
        }
        return table.toString();
    }
}
