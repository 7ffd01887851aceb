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
import java.util.stream.Collectors;

/**
 * The audit entries of one request as Markdown for a post-mortem: times in UTC with the time passed in between, people by
 * Slack user id and cloud user name. In English and with the log's own event names, as {@code audit export} prints them.
 */
public final class Timeline {

    private static final DateTimeFormatter DAY_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final List<AuditEntry> entries;
    private final AuditReplay replay;

    /**
     * @param entries the entries of one request, the oldest first
     * @throws IllegalArgumentException when there is none
     */
    public Timeline(List<AuditEntry> entries) {
        if (entries.isEmpty()) throw new IllegalArgumentException("a timeline has at least one entry");
        this.entries = List.copyOf(entries);
        this.replay = new AuditReplay(entries);
    }

    /** Returns the whole timeline, each line ended by a line feed. */
    public String markdown() {
        return String.join("\n", lines()) + "\n";
    }

    /** Returns the timeline line by line. */
    public List<String> lines() {
        AuditEntry first = entries.get(0);
        List<String> lines = new ArrayList<>();
        lines.add((first.detail(AuditKeys.DRILL).isEmpty() ? "# Rescue of " : "# Drill of the rescue of ")
                + MarkdownText.codeSpan(first.detail(AuditKeys.DEVICE_NAME)) + ", " + DAY_FORMAT.format(first.at()));
        lines.add("");
        headerFields(first).forEach((label, value) -> lines.add("- **" + label + ":** " + value));
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Device", MarkdownText.codeSpan(first.deviceId()));
        fields.put("Request", MarkdownText.codeSpan(first.requestId()));
        fields.put("Asked by", actorText(first) + " in " + MarkdownText.codeSpan(first.detail(AuditKeys.CHANNEL)));
        fields.put("Policy", policy(first));
        fields.put("Reason", replay.reason().isEmpty() ? "none given" : MarkdownText.codeSpan(replay.reason()));
        fields.put("Approved by", approvers());
        fields.put("Outcome", outcome());
        replay.downtime(entries.get(entries.size() - 1).at())
                .ifPresent(downtime -> fields.put(
                        "Device away", formatDuration(downtime) + (replay.hasExited() ? "" : ", not seen back")));
        return fields;
    }

    private static String policy(AuditEntry first) {
        String version = "version " + MarkdownText.codeSpan(first.detail(AuditKeys.POLICY));
        return first.detail(AuditKeys.RULE).isEmpty()
                ? "no rule matched, " + version
                : "rule " + MarkdownText.codeSpan(first.detail(AuditKeys.RULE)) + ", " + version;
    }

    private String approvers() {
        if (replay.breakGlassUsed()) return "nobody: emergency override (break-glass)";
        String approvals = replay.approvals().stream().map(Timeline::actorText).collect(Collectors.joining("; "));
        return approvals.isEmpty() ? "nobody" : approvals;
    }

    private String outcome() {
        AuditEntry last = entries.get(entries.size() - 1);
        return entries.stream()
                .map(entry -> entry.detail(AuditKeys.CLOSE_REASON))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("still open: " + last.detail(AuditKeys.STAGE));
    }

    private String entryLine(AuditEntry entry, Instant before) {
        Duration since = Duration.between(before, entry.at());
        boolean sameDay = DAY_FORMAT
                .format(entry.at())
                .equals(DAY_FORMAT.format(entries.get(0).at()));
        String time = (sameDay ? "" : DAY_FORMAT.format(entry.at()) + " ") + TIME_FORMAT.format(entry.at());
        String elapsed = since.toSeconds() < 1 ? "" : " (+" + formatDuration(since) + ")";
        return "- " + time + elapsed + " **" + entry.event() + "** by " + actorText(entry) + details(entry);
    }

    private static String details(AuditEntry entry) {
        String details = entry.details().entrySet().stream()
                .filter(detail -> !AuditKeys.REPEATED.contains(detail.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(detail -> detail.getKey() + " " + MarkdownText.codeSpan(detail.getValue()))
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? "" : ": " + details;
    }

    private static String actorText(AuditEntry entry) {
        if (entry.actor().equals(Actor.SYSTEM.id())) return "Lifeline";
        String slackUser = MarkdownText.codeSpan(entry.actor());
        return entry.cloudUsername().isEmpty()
                ? slackUser
                : MarkdownText.codeSpan(entry.cloudUsername()) + " (" + slackUser + ")";
    }

    /** Two units at most: seconds carry no information after an hour. */
    private static String formatDuration(Duration duration) {
        Duration rounded = duration.truncatedTo(ChronoUnit.SECONDS);
        if (rounded.toHours() > 0) return rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
        if (rounded.toMinutes() > 0) return rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s";
        return rounded.toSeconds() + " s";
    }
}
