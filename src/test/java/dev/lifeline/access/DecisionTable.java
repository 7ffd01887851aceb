package dev.lifeline.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every combination of the columns' values with its outcome, grouped into rows: combinations that differ only in columns without effect,
 * or in values with the same effect, are one row.
 *
 * @param columns each with what may stand in it
 */
record DecisionTable(Map<String, List<String>> columns, Map<Map<String, String>, String> outcomes) {

    /** A row; a column that is not given may be anything. */
    record Row(Map<String, List<String>> conditions, String outcome) {
        boolean matches(Map<String, String> combination) {
            return conditions.entrySet().stream()
                    .allMatch(one -> one.getValue().contains(combination.getOrDefault(one.getKey(), "")));
        }
    }

    static DecisionTable of(Map<String, List<String>> columns, Function<Map<String, String>, String> outcome) {
        Map<Map<String, String>, String> outcomes = new LinkedHashMap<>();
        for (Map<String, String> combination : combinations(columns))
            outcomes.put(combination, outcome.apply(combination));
        return new DecisionTable(columns, outcomes);
    }

    static List<Map<String, String>> combinations(Map<String, List<String>> columns) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        columns.forEach((column, values) -> {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) for (String value : values) longer.add(withValue(one, column, value));
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    private static <V> Map<String, V> withValue(Map<String, V> given, String column, V value) {
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
                .filter(combination -> new Row(given, "").matches(combination))
                .map(this::outcome)
                .collect(Collectors.toSet());
        if (told.size() == 1) return List.of(new Row(given, told.iterator().next()));
        String next = columns.keySet().stream()
                .filter(column -> !given.containsKey(column) && affectsOutcome(given, column))
                .findFirst()
                .orElseThrow();
        return equivalentValues(given, next).stream()
                .flatMap(values -> rows(withValue(given, next, values)).stream())
                .toList();
    }

    /** The values of a column, those together that come to the same. */
    private List<List<String>> equivalentValues(Map<String, List<String>> given, String column) {
        Map<List<Row>, List<String>> bySubtree = new LinkedHashMap<>();
        for (String value : columns.getOrDefault(column, List.of())) {
            List<Row> subtree = rows(withValue(given, column, List.of(value))).stream()
                    .map(row -> new Row(withValue(row.conditions(), column, List.of()), row.outcome()))
                    .toList();
            bySubtree.computeIfAbsent(subtree, ignored -> new ArrayList<>()).add(value);
        }
        return List.copyOf(bySubtree.values());
    }

    private boolean affectsOutcome(Map<String, List<String>> given, String column) {
        return outcomes.keySet().stream()
                .filter(combination -> new Row(given, "").matches(combination))
                .anyMatch(combination -> columns.getOrDefault(column, List.of()).stream()
                        .anyMatch(value ->
                                !outcome(withValue(combination, column, value)).equals(outcome(combination))));
    }

    private String outcome(Map<String, String> combination) {
        return outcomes.getOrDefault(combination, "");
    }

    /** As a table of Markdown. */
    String toMarkdown() {
        StringBuilder table = new StringBuilder("| ");
        table.append(String.join(" | ", columns.keySet())).append(" | outcome |\n|");
        table.append("---|".repeat(columns.size() + 1)).append('\n');
        for (Row row : rows()) {
            String cells = columns.keySet().stream()
                    .map(column -> String.join(" / ", row.conditions().getOrDefault(column, List.of("–"))))
                    .collect(Collectors.joining(" | "));
            String outcome = row.outcome().equals("yes") ? "**allowed**" : row.outcome();
            table.append("| ").append(cells).append(" | ").append(outcome).append(" |\n");
        }
        return table.toString();
    }
}
