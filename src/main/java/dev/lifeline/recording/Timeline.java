package dev.lifeline.recording;

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

    private static final DateTimeFormatter DAY_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** What the heading tells once for all lines, and what is the same as the line itself. */
    private static final Set<String> OMITTED_FIELDS =
            Set.of("name", "plan", "rule", "policy", "stage", "place", "by", "reason-asked");

    private final List<AuditEntry> entries;
    private final AuditReplay replay;

    /**
     * The timeline of one request.
     *
     * @param entries what the record tells of it, the oldest first; at least one
     */
    public Timeline(List<AuditEntry> entries) {
        if (entries.isEmpty()) throw new IllegalArgumentException("the record tells nothing of it");
        this.entries = List.copyOf(entries);
        this.replay = new AuditReplay(entries);
    }

    /** The whole, lines ended by a line feed. */
    public String markdown() {
        return String.join("\n", lines()) + "\n";
    }

    /** The same, line by line. */
    public List<String> lines() {
        AuditEntry first = entries.get(0);
        List<String> lines = new ArrayList<>();
        lines.add("# Rescue of " + MarkdownText.codeSpan(first.detail("name")) + ", " + DAY_FORMAT.format(first.at()));
        lines.add("");
        headerFields(first).forEach((label, fact) -> lines.add("- **" + label + ":** " + fact));
        lines.add("");
        lines.add("## Timeline (UTC)");
        lines.add("");
        Instant before = first.at();
        for (AuditEntry entry : entries) {
            lines.add(entryLine(entry, before));
            before = entry.at();
        }
        return lines;
    }

    private Map<String, String> headerFields(AuditEntry first) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Device", MarkdownText.codeSpan(first.deviceId()));
        facts.put("Request", MarkdownText.codeSpan(first.requestId()));
        facts.put("Asked by", actorText(first) + " in " + MarkdownText.codeSpan(first.detail("place")));
        facts.put("Policy", policy(first));
        facts.put("Reason", replay.reason().isEmpty() ? "none given" : MarkdownText.codeSpan(replay.reason()));
        facts.put("Approved by", approvers());
        facts.put("Outcome", outcome());
        replay.downtime(entries.get(entries.size() - 1).at())
                .ifPresent(away ->
                        facts.put("Device away", formatDuration(away) + (replay.hasExited() ? "" : ", not seen back")));
        return facts;
    }

    private static String policy(AuditEntry first) {
        String version = "version " + MarkdownText.codeSpan(first.detail("policy"));
        return first.detail("rule").isEmpty()
                ? "no rule matched, " + version
                : "rule " + MarkdownText.codeSpan(first.detail("rule")) + ", " + version;
    }

    private String approvers() {
        if (replay.breakGlassUsed()) return "nobody: emergency override (break-glass)";
        String approvals = replay.approvals().stream().map(Timeline::actorText).collect(Collectors.joining("; "));
        return approvals.isEmpty() ? "nobody" : approvals;
    }

    private String outcome() {
        AuditEntry last = entries.get(entries.size() - 1);
        Optional<String> ending = entries.stream()
                .map(entry -> entry.detail("close-reason"))
                .filter(known -> !known.isEmpty())
                .findFirst();
        return ending.orElse("still open: " + last.detail("stage"));
    }

    private String entryLine(AuditEntry entry, Instant before) {
        Duration since = Duration.between(before, entry.at());
        boolean sameDay = DAY_FORMAT
                .format(entry.at())
                .equals(DAY_FORMAT.format(entries.get(0).at()));
        String time = (sameDay ? "" : DAY_FORMAT.format(entry.at()) + " ") + TIME_FORMAT.format(entry.at());
        String passed = since.toSeconds() < 1 ? "" : " (+" + formatDuration(since) + ")";
        return "- " + time + passed + " **" + entry.event() + "** by " + actorText(entry) + details(entry);
    }

    private static String details(AuditEntry entry) {
        String details = entry.details().entrySet().stream()
                .filter(fact -> !OMITTED_FIELDS.contains(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> fact.getKey() + " " + MarkdownText.codeSpan(fact.getValue()))
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? "" : ": " + details;
    }

    private static String actorText(AuditEntry entry) {
        if (entry.actor().equals(Actor.SYSTEM.id())) return "Lifeline";
        String slack = MarkdownText.codeSpan(entry.actor());
        return entry.cloudUsername().isEmpty()
                ? slack
                : MarkdownText.codeSpan(entry.cloudUsername()) + " (" + slack + ")";
    }

    /** Two units at most: nobody wants the seconds of an hour. */
    private static String formatDuration(Duration passed) {
        Duration rounded = passed.truncatedTo(ChronoUnit.SECONDS);
        if (rounded.toHours() > 0) return rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
        if (rounded.toMinutes() > 0) return rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s";
        return rounded.toSeconds() + " s";
    }
}
