package dev.lifeline.chronicle;

import dev.lifeline.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How did one rescue go? The record of one request as Markdown for the post-mortem: times in UTC with what went by in between, people
 * by their Slack id and cloud user. In English and in the record's own words, as is {@code audit export}.
 */
public final class Timeline {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** What the heading tells once for all lines, and what is the same as the line itself. */
    private static final Set<String> TOLD =
            Set.of("name", "plan", "rule", "policy", "stage", "place", "by", "reason-asked");

    private final List<AuditEntry> entries;
    private final Recollection recollection;

    /**
     * The timeline of one request.
     *
     * @param entries what the record tells of it, the oldest first; at least one
     */
    public Timeline(List<AuditEntry> entries) {
        if (entries.isEmpty()) throw new IllegalArgumentException("the record tells nothing of it");
        this.entries = List.copyOf(entries);
        this.recollection = new Recollection(entries);
    }

    /** The whole, lines ended by a line feed. */
    public String markdown() {
        return String.join("\n", lines()) + "\n";
    }

    /** The same, line by line. */
    public List<String> lines() {
        AuditEntry first = entries.get(0);
        List<String> lines = new ArrayList<>();
        lines.add("# Rescue of " + MarkdownText.code(first.detail("name")) + ", " + DAY.format(first.at()));
        lines.add("");
        facts(first).forEach((label, fact) -> lines.add("- **" + label + ":** " + fact));
        lines.add("");
        lines.add("## Timeline (UTC)");
        lines.add("");
        Instant before = first.at();
        for (AuditEntry entry : entries) {
            lines.add(line(entry, before));
            before = entry.at();
        }
        return lines;
    }

    private Map<String, String> facts(AuditEntry first) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Device", MarkdownText.code(first.device()));
        facts.put("Request", MarkdownText.code(first.request()));
        facts.put("Asked by", who(first) + " in " + MarkdownText.code(first.detail("place")));
        facts.put("Policy", policy(first));
        facts.put("Reason", recollection.reason().isEmpty() ? "none given" : MarkdownText.code(recollection.reason()));
        facts.put("Approved by", approvals());
        facts.put("Outcome", outcome());
        recollection
                .away(entries.get(entries.size() - 1).at())
                .ifPresent(away ->
                        facts.put("Device away", span(away) + (recollection.isBack() ? "" : ", not seen back")));
        return facts;
    }

    private static String policy(AuditEntry first) {
        String version = "version " + MarkdownText.code(first.detail("policy"));
        return first.detail("rule").isEmpty()
                ? "no rule matched, " + version
                : "rule " + MarkdownText.code(first.detail("rule")) + ", " + version;
    }

    private String approvals() {
        if (recollection.glassBroken()) return "nobody: the glass was broken";
        String approvals = recollection.approvals().stream().map(Timeline::who).collect(Collectors.joining("; "));
        return approvals.isEmpty() ? "nobody" : approvals;
    }

    private String outcome() {
        AuditEntry last = entries.get(entries.size() - 1);
        Optional<String> ending = entries.stream()
                .map(entry -> entry.detail("ending"))
                .filter(known -> !known.isEmpty())
                .findFirst();
        return ending.orElse("still open: " + last.detail("stage"));
    }

    private String line(AuditEntry entry, Instant before) {
        Duration since = Duration.between(before, entry.at());
        boolean sameDay =
                DAY.format(entry.at()).equals(DAY.format(entries.get(0).at()));
        String time = (sameDay ? "" : DAY.format(entry.at()) + " ") + TIME.format(entry.at());
        String passed = since.toSeconds() < 1 ? "" : " (+" + span(since) + ")";
        return "- " + time + passed + " **" + entry.what() + "** by " + who(entry) + details(entry);
    }

    private static String details(AuditEntry entry) {
        String details = entry.details().entrySet().stream()
                .filter(fact -> !TOLD.contains(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " " + MarkdownText.code(fact.getValue()))
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? "" : ": " + details;
    }

    private static String who(AuditEntry entry) {
        if (entry.who().equals(Author.CLOCKWORK.who())) return "Lifeline";
        String slack = MarkdownText.code(entry.who());
        return entry.user().isEmpty() ? slack : MarkdownText.code(entry.user()) + " (" + slack + ")";
    }

    /** Two units at most: nobody wants the seconds of an hour. */
    private static String span(Duration passed) {
        Duration rounded = passed.truncatedTo(ChronoUnit.SECONDS);
        if (rounded.toHours() > 0) return rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
        if (rounded.toMinutes() > 0) return rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s";
        return rounded.toSeconds() + " s";
    }
}
