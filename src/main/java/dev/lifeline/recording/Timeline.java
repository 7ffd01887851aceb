package dev.lifeline.recording;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The audit entries of one request as Markdown for a post-mortem: times in UTC with the time passed in between, people by
 * Slack user id and cloud user name. With the log's own words for events, stages and outcomes, as {@code audit export} prints them.
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

    /** Returns the whole timeline in English, each line ended by a line feed. */
    public String markdown() {
        return markdown(MessageCatalog.forLocale(Locale.ENGLISH));
    }

    /** Returns the whole timeline, each line ended by a line feed. */
    public String markdown(MessageCatalog catalog) {
        return String.join("\n", lines(catalog)) + "\n";
    }

    /** Returns the heading without any markup. */
    public String title(MessageCatalog catalog) {
        return heading(catalog, first().detail(AuditKeys.DEVICE_NAME));
    }

    /** Returns the timeline line by line. */
    public List<String> lines(MessageCatalog catalog) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + heading(catalog, MarkdownText.codeSpan(first().detail(AuditKeys.DEVICE_NAME))));
        lines.add("");
        headerFields(catalog)
                .forEach(
                        (label, value) -> lines.add("- **" + catalog.text("timeline.field." + label) + ":** " + value));
        lines.add("");
        lines.add("## " + catalog.text("timeline.heading"));
        lines.add("");
        Instant before = first().at();
        for (AuditEntry entry : entries) {
            lines.add(entryLine(catalog, entry, before));
            before = entry.at();
        }
        return lines;
    }

    private AuditEntry first() {
        return entries.get(0);
    }

    private AuditEntry last() {
        return entries.get(entries.size() - 1);
    }

    private String heading(MessageCatalog catalog, String device) {
        String key = first().detail(AuditKeys.DRILL).isEmpty() ? "timeline.title" : "timeline.title.drill";
        return text(catalog, key, Map.of("device", device, "day", DAY_FORMAT.format(first().at())));
    }

    /** A phrase with texts that are Markdown already. */
    private static String text(MessageCatalog catalog, String key, Map<String, String> arguments) {
        Map<String, TextRun> runs = new HashMap<>();
        arguments.forEach((name, value) -> runs.put(name, new TextRun.Text(value)));
        return catalog.line(key, runs).plainText();
    }

    private Map<String, String> headerFields(MessageCatalog catalog) {
        AuditEntry first = first();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("device", MarkdownText.codeSpan(first.deviceId()));
        fields.put("request", MarkdownText.codeSpan(first.requestId()));
        fields.put(
                "asked-by",
                text(
                        catalog,
                        "timeline.asked-by",
                        Map.of(
                                "person", actorText(first),
                                "channel", MarkdownText.codeSpan(first.detail(AuditKeys.CHANNEL)))));
        fields.put("policy", policy(catalog));
        fields.put(
                "reason",
                replay.reason().isEmpty()
                        ? catalog.text("timeline.reason.none")
                        : MarkdownText.codeSpan(replay.reason()));
        fields.put("approved-by", approvers(catalog));
        fields.put("outcome", outcome(catalog));
        replay.downtime(last().at()).ifPresent(downtime -> fields.put("away", away(catalog, downtime)));
        return fields;
    }

    private String away(MessageCatalog catalog, Duration downtime) {
        String time = formatDuration(downtime);
        return replay.hasExited() ? time : text(catalog, "timeline.away.open", Map.of("time", time));
    }

    private String policy(MessageCatalog catalog) {
        String version = MarkdownText.codeSpan(first().detail(AuditKeys.POLICY));
        String rule = first().detail(AuditKeys.RULE);
        return rule.isEmpty()
                ? text(catalog, "timeline.policy.none", Map.of("version", version))
                : text(
                        catalog,
                        "timeline.policy.rule",
                        Map.of("rule", MarkdownText.codeSpan(rule), "version", version));
    }

    private String approvers(MessageCatalog catalog) {
        if (replay.breakGlassUsed()) return catalog.text("timeline.approved.break-glass");
        String approvals = replay.approvals().stream().map(Timeline::actorText).collect(Collectors.joining("; "));
        return approvals.isEmpty() ? catalog.text("timeline.approved.nobody") : approvals;
    }

    private String outcome(MessageCatalog catalog) {
        return entries.stream()
                .map(entry -> entry.detail(AuditKeys.CLOSE_REASON))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElseGet(
                        () -> text(catalog, "timeline.outcome.open", Map.of("stage", last().detail(AuditKeys.STAGE))));
    }

    private String entryLine(MessageCatalog catalog, AuditEntry entry, Instant before) {
        Duration since = Duration.between(before, entry.at());
        boolean sameDay = DAY_FORMAT
                .format(entry.at())
                .equals(DAY_FORMAT.format(entries.get(0).at()));
        String time = (sameDay ? "" : DAY_FORMAT.format(entry.at()) + " ") + TIME_FORMAT.format(entry.at());
        String elapsed = since.toSeconds() < 1 ? "" : " (+" + formatDuration(since) + ")";
        return "- " + time + elapsed + " **" + entry.event() + "** " + catalog.text("timeline.by") + " "
                + actorText(entry) + details(entry);
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
