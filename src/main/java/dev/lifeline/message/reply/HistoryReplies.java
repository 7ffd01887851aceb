package dev.lifeline.message.reply;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replies about past rescues: time, requester, approvers, reason, outcome and downtime of each. */
public final class HistoryReplies {

    /** Within the about 12,000 characters of a message that Slack accepts (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_TIMELINE_CHARS = 9_000;

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static HistoryReplies in(Locale locale) {
        return new HistoryReplies(MessageCatalog.forLocale(locale));
    }

    private HistoryReplies(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
    }

    /** Of every device that the reader may see, the newest first. */
    public Message forAllDevices(List<RescueSummary> past) {
        if (past.isEmpty()) return Message.of(catalog.line("history.none"));
        return rescueList(catalog.line("history.title"), past);
    }

    /** Of one device. */
    public Message forDevice(Device device, List<RescueSummary> past) {
        if (past.isEmpty()) return noRescues(device);
        return rescueList(catalog.line("history.title.device", deviceArguments(device)), past);
    }

    /** The device was never in rescue. */
    public Message noRescues(Device device) {
        return Message.of(catalog.line("history.never", deviceArguments(device)));
    }

    /** The timeline of one rescue, for a direct message. */
    public Message timeline(RescueRequest request, List<String> lines) {
        return new Message(
                catalog.line("history.timeline", deviceArguments(request.device())),
                false,
                List.of(new MessageBlock.Preformatted(truncate(lines, request))));
    }

    /** Says that the timeline was sent. */
    public Message timelineSent(Device device) {
        return Message.of(catalog.line("history.sent", deviceArguments(device)));
    }

    private Message rescueList(TextLine title, List<RescueSummary> past) {
        Device example = past.get(0).request().device();
        return Message.withHeader(
                title,
                List.of(
                        new BulletList(past.stream().map(this::row).toList()),
                        new Context(catalog.line(
                                "history.how",
                                Map.of("command", CommonTerms.slashCommand("timeline " + example.typedName()))))));
    }

    private TextLine row(RescueSummary past) {
        RescueRequest request = past.request();
        List<TextRun> textRuns = new ArrayList<>();
        appendPhrase(
                textRuns,
                "history.row",
                Map.of(
                        "at", new TextRun.Timestamp(request.plan().requestedAt()),
                        "device", CommonTerms.device(request.device()),
                        "outcome", new TextRun.Text(outcome(past)),
                        "requester",
                                new TextRun.UserMention(
                                        request.plan().requester().slackUserId())));
        if (request.review().isPresent()) appendPhrase(textRuns, "history.break-glass", Map.of());
        if (!past.approvedBy().isEmpty()) {
            appendPhrase(textRuns, "history.approved", Map.of());
            past.approvedBy().forEach(actor -> textRuns.addAll(List.of(new TextRun.Text(" "), actor(actor))));
            textRuns.add(new TextRun.Text("."));
        }
        if (!past.reason().isEmpty())
            appendPhrase(textRuns, "history.reason", Map.of("reason", CommonTerms.sentence(past.reason())));
        past.downtime()
                .ifPresent(downtime -> appendPhrase(textRuns, durationKey(past), Map.of("minutes", minutes(downtime))));
        return terms.markDrill(request, new TextLine(textRuns));
    }

    /** An actor of the audit log. */
    private static TextRun actor(String actor) {
        return SlackUserId.parse(actor)
                .<TextRun>map(TextRun.UserMention::new)
                .orElseGet(() -> new TextRun.UntrustedText(actor));
    }

    private static String durationKey(RescueSummary past) {
        return past.closeReason().isEmpty() ? "history.away.so-far" : "history.away";
    }

    private static TextRun minutes(Duration duration) {
        return CommonTerms.minutes(duration);
    }

    private String outcome(RescueSummary past) {
        return past.closeReason()
                .map(closeReason -> catalog.text("history.close-reason." + CommonTerms.key(closeReason)))
                .orElseGet(() -> terms.stage(past.request()).plainText());
    }

    private void appendPhrase(List<TextRun> textRuns, String key, Map<String, TextRun> arguments) {
        if (!textRuns.isEmpty()) textRuns.add(new TextRun.Text(" "));
        textRuns.addAll(catalog.line(key, arguments).runs());
    }

    private static Map<String, TextRun> deviceArguments(Device device) {
        return Map.of("device", CommonTerms.device(device));
    }

    /** Leaves out lines from the middle, because readers look for the beginning and the end. */
    private String truncate(List<String> lines, RescueRequest request) {
        int head = countFitting(lines);
        if (head == lines.size()) return String.join("\n", lines);
        List<String> backwards = new ArrayList<>(lines.subList(head, lines.size()));
        Collections.reverse(backwards);
        int tail = countFitting(backwards);
        if (head + tail == lines.size()) return String.join("\n", lines);
        Map<String, TextRun> arguments = Map.of("command", new TextRun.Text("audit timeline " + request.id()));
        List<String> kept = new ArrayList<>(lines.subList(0, head));
        kept.add("… "
                + catalog.line("history.cut", lines.size() - head - tail, arguments)
                        .plainText());
        kept.addAll(lines.subList(lines.size() - tail, lines.size()));
        return String.join("\n", kept);
    }

    /** The number of lines that fit into half a message. */
    private static int countFitting(List<String> lines) {
        int count = 0;
        int length = 0;
        while (count < lines.size() && length + lines.get(count).length() < MAX_TIMELINE_CHARS / 2)
            length += lines.get(count++).length() + 1;
        return count;
    }
}
