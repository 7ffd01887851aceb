package dev.lifeline.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A decision table, reduced: combinations that differ only in columns without effect, or in equivalent values, share one row.
 *
 * @param columns each with its possible values
 */
record DecisionTable(Map<String, List<String>> columns, Map<Map<String, String>, String> outcomes) {

    /** One row; a column without condition may have any value. */
    record Row(Map<String, List<String>> conditions, String outcome) {
        boolean matches(Map<String, String> combination) {
            return conditions.entrySet().stream()
                    .allMatch(condition -> condition.getValue().contains(combination.getOrDefault(condition.getKey(), "")));
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
            List<Map<String, String>> extended = new ArrayList<>();
            for (Map<String, String> combination : all) for (String value : values) extended.add(withValue(combination, column, value));
            all.clear();
            all.addAll(extended);
        });
        return all;
    }

    private static <V> Map<String, V> withValue(Map<String, V> fixed, String column, V value) {
        Map<String, V> more = new LinkedHashMap<>(fixed);
        more.put(column, value);
        return more;
    }

    List<Row> rows() {
        return rows(Map.of());
    }

    /** Splits by the first column that has an effect. */
    private List<Row> rows(Map<String, List<String>> fixed) {
        Set<String> outcomesOfRow = outcomes.keySet().stream()
                .filter(combination -> new Row(fixed, "").matches(combination))
                .map(this::outcome)
                .collect(Collectors.toSet());
        if (outcomesOfRow.size() == 1) return List.of(new Row(fixed, outcomesOfRow.iterator().next()));
        String next = columns.keySet().stream()
                .filter(column -> !fixed.containsKey(column) && affectsOutcome(fixed, column))
                .findFirst()
                .orElseThrow();
        return equivalentValues(fixed, next).stream()
                .flatMap(values -> rows(withValue(fixed, next, values)).stream())
                .toList();
    }

    /** The values of a column, grouped by equivalence. */
    private List<List<String>> equivalentValues(Map<String, List<String>> fixed, String column) {
        Map<List<Row>, List<String>> bySubtree = new LinkedHashMap<>();
        for (String value : columns.getOrDefault(column, List.of())) {
            List<Row> subtree = rows(withValue(fixed, column, List.of(value))).stream()
                    .map(row -> new Row(withValue(row.conditions(), column, List.of()), row.outcome()))
                    .toList();
            bySubtree.computeIfAbsent(subtree, ignored -> new ArrayList<>()).add(value);
        }
        return List.copyOf(bySubtree.values());
    }

    private boolean affectsOutcome(Map<String, List<String>> fixed, String column) {
        return outcomes.keySet().stream()
                .filter(combination -> new Row(fixed, "").matches(combination))
                .anyMatch(combination -> columns.getOrDefault(column, List.of()).stream()
                        .anyMatch(value ->
                                !outcome(withValue(combination, column, value)).equals(outcome(combination))));
    }

    private String outcome(Map<String, String> combination) {
        return outcomes.getOrDefault(combination, "");
    }

    /** Renders the table as Markdown. */
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
