package dev.lifeline.rescue.monitor;

import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event applied to every sample, as Markdown: a state diagram of the changes of stage, then one table for each group of events. */
final class StageTable {

    private static final String NO_TRANSITION = "–";

    private final List<StageSample> samples = StageSample.all();
    private final Map<String, Map<String, StageEvent>> groups = StageEvent.groups();

    String toMarkdown() {
        StringBuilder page =
                new StringBuilder("\n```mermaid\n").append(diagram()).append("```\n");
        groups.forEach((group, events) ->
                page.append("\n## ").append(group).append("\n\n").append(table(events)));
        return page.append("\n## Ways out\n\n").append(waysOutTable()).toString();
    }

    /** By sample that is not closed, the names of the events of a group that close the request or take it to another stage. */
    Map<String, List<String>> waysOut(String group) {
        Map<String, List<String>> waysOut = new LinkedHashMap<>();
        for (StageSample sample : samples)
            if (!sample.request().stage().isClosed())
                waysOut.put(
                        sample.name(),
                        groups.get(group).entrySet().stream()
                                .filter(event -> leads(sample, event.getValue()))
                                .map(Map.Entry::getKey)
                                .toList());
        return waysOut;
    }

    private static boolean leads(StageSample sample, StageEvent event) {
        return event.applyTo(sample)
                .flatMap(TransitionResult::applied)
                .filter(applied -> !stageName(applied.next().stage()).equals(sample.stage()))
                .isPresent();
    }

    private String waysOutTable() {
        StringBuilder waysOut = new StringBuilder("| Stage | A person can | By its due time |\n|---|---|---|\n");
        Map<String, List<String>> byTime = waysOut("Time");
        waysOut("People").forEach((sample, byPeople) -> waysOut.append("| **")
                .append(sample)
                .append("** | ")
                .append(orNone(byPeople))
                .append(" | ")
                .append(orNone(byTime.getOrDefault(sample, List.of())))
                .append(" |\n"));
        return waysOut.toString();
    }

    private static String orNone(List<String> events) {
        return events.isEmpty() ? NO_TRANSITION : String.join(", ", events);
    }

    /** Stages that a request of this stage can reach by one event. */
    Map<String, Set<String>> changes() {
        Map<String, Set<String>> changes = new LinkedHashMap<>();
        edges().keySet()
                .forEach(edge -> changes.computeIfAbsent(edge.get(0), stage -> new TreeSet<>())
                        .add(edge.get(1)));
        return changes;
    }

    /** Types of the rescue events that some cell brings. */
    Set<String> eventTypes() {
        return results()
                .flatMap(applied -> applied.events().stream())
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<TransitionResult.Applied> results() {
        return samples.stream()
                .flatMap(sample -> groups.values().stream()
                        .flatMap(events -> events.values().stream())
                        .flatMap(event -> event.applyTo(sample).stream())
                        .flatMap(result -> result.applied().stream()));
    }

    private String diagram() {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n    [*] --> AwaitingConfirmation\n");
        edges().forEach((edge, events) -> diagram.append("    ")
                .append(edge.get(0))
                .append(" --> ")
                .append(edge.get(1))
                .append(": ")
                .append(String.join(", ", events))
                .append('\n'));
        return diagram.append("    Closed --> [*]\n").toString();
    }

    /** From stage and to stage, with the names of the events that lead there. */
    private Map<List<String>, Set<String>> edges() {
        Map<List<String>, Set<String>> edges = new LinkedHashMap<>();
        for (StageSample sample : samples)
            groups.forEach((group, events) -> events.forEach((name, event) -> event.applyTo(sample)
                    .flatMap(TransitionResult::applied)
                    .map(applied -> stageName(applied.next().stage()))
                    .filter(next -> !next.equals(sample.stage()))
                    .ifPresent(
                            next -> edges.computeIfAbsent(List.of(sample.stage(), next), edge -> new LinkedHashSet<>())
                                    .add(qualified(group, name)))));
        return edges;
    }

    private static String qualified(String group, String name) {
        return group.equals("Launch") || group.equals("Exit") ? group.toLowerCase(Locale.ROOT) + " " + name : name;
    }

    private String table(Map<String, StageEvent> events) {
        StringBuilder table = new StringBuilder("| Stage | ");
        table.append(String.join(" | ", events.keySet())).append(" |\n|");
        table.append("---|".repeat(events.size() + 1)).append('\n');
        for (StageSample sample : samples) {
            List<String> cells =
                    events.values().stream().map(event -> cell(sample, event)).toList();
            if (cells.stream().allMatch(NO_TRANSITION::equals)) continue;
            table.append("| **").append(sample.name()).append("** | ");
            table.append(String.join(" | ", cells)).append(" |\n");
        }
        return table.toString();
    }

    private static String cell(StageSample sample, StageEvent event) {
        return event.applyTo(sample).map(result -> cell(sample, result)).orElse(NO_TRANSITION);
    }

    private static String cell(StageSample sample, TransitionResult result) {
        if (result instanceof TransitionResult.Rejected rejected)
            return "*" + rejected.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "*";
        TransitionResult.Applied applied = (TransitionResult.Applied) result;
        Stage next = applied.next().stage();
        if (stageName(next).equals(sample.stage())) return "stays" + eventNames(applied.events());
        String reason = next instanceof Stage.Closed closed
                ? ": " + closed.closeReason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "";
        return "**" + stageName(next) + reason + "**";
    }

    private static String eventNames(List<RescueEvent> events) {
        return events.isEmpty()
                ? ""
                : events.stream()
                        .map(event -> event.getClass().getSimpleName())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String stageName(Stage stage) {
        return stage.getClass().getSimpleName();
    }
}
