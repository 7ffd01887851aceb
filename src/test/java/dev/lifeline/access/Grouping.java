package dev.lifeline.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which columns matter when? Every combination with its outcome, grouped into rows: those that differ only in what does not matter, or in
 * values that come to the same, are one.
 *
 * @param columns each with what may stand in it
 */
record Grouping(Map<String, List<String>> columns, Map<Map<String, String>, String> outcomes) {

    /** A row; a column that is not given may be anything. */
    record Row(Map<String, List<String>> given, String outcome) {
        boolean fits(Map<String, String> combination) {
            return given.entrySet().stream()
                    .allMatch(one -> one.getValue().contains(combination.getOrDefault(one.getKey(), "")));
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

    private static <V> Map<String, V> with(Map<String, V> given, String column, V value) {
        Map<String, V> more = new LinkedHashMap<>(given);
        more.put(column, value);
        return more;
    }

    List<Row> rows() {
        return rows(Map.of());
    }

    /** Splits by the first column that matters. */
    private List<Row> rows(Map<String, List<String>> given) {
        Set<String> told = outcomes.keySet().stream()
                .filter(combination -> new Row(given, "").fits(combination))
                .map(this::outcome)
                .collect(Collectors.toSet());
        if (told.size() == 1) return List.of(new Row(given, told.iterator().next()));
        String next = columns.keySet().stream()
                .filter(column -> !given.containsKey(column) && matters(given, column))
                .findFirst()
                .orElseThrow();
        return alike(given, next).stream()
                .flatMap(values -> rows(with(given, next, values)).stream())
                .toList();
    }

    /** The values of a column, those together that come to the same. */
    private List<List<String>> alike(Map<String, List<String>> given, String column) {
        Map<List<Row>, List<String>> bySubtree = new LinkedHashMap<>();
        for (String value : columns.getOrDefault(column, List.of())) {
            List<Row> subtree = rows(with(given, column, List.of(value))).stream()
                    .map(row -> new Row(with(row.given(), column, List.of()), row.outcome()))
                    .toList();
            bySubtree.computeIfAbsent(subtree, ignored -> new ArrayList<>()).add(value);
        }
        return List.copyOf(bySubtree.values());
    }

    private boolean matters(Map<String, List<String>> given, String column) {
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
                    .map(column -> String.join(" / ", row.given().getOrDefault(column, List.of("–"))))
                    .collect(Collectors.joining(" | "));
            String outcome = row.outcome().equals("yes") ? "**allowed**" : row.outcome();
            table.append("| ").append(cells).append(" | ").append(outcome).append(" |\n");
        }
        return table.toString();
    }
}
