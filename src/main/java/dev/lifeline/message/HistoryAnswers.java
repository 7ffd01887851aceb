package dev.lifeline.message;

import dev.lifeline.device.Device;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Note;
import dev.lifeline.rescue.PastRescue;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What does one person read of rescues in the past? When, who asked, who agreed, why, what came of it, and for how long. */
public final class HistoryAnswers {

    /** What one message shows of a timeline, in characters; the platform takes about 12,000 in one (slack.md 4.1). */
    private static final int MOST = 9_000;

    private final Phrasebook phrasebook;
    private final Words words;

    public HistoryAnswers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.words = new Words(phrasebook);
    }

    /** Of every device that they may see, the newest first. */
    public Message all(List<PastRescue> past) {
        if (past.isEmpty()) return Message.saying(phrasebook.line("history.none"));
        return listed(phrasebook.line("history.title"), past);
    }

    /** Of one device. */
    public Message of(Device device, List<PastRescue> past) {
        if (past.isEmpty()) return never(device);
        return listed(phrasebook.line("history.title.device", named(device)), past);
    }

    /** Nobody ever asked for it. */
    public Message never(Device device) {
        return Message.saying(phrasebook.line("history.never", named(device)));
    }

    /** How one went, for their own talk with the bot. */
    public Message timeline(RescueRequest request, List<String> lines) {
        return new Message(
                phrasebook.line("history.timeline", named(request.device())),
                false,
                List.of(new Part.Verbatim(cut(lines, request))));
    }

    /** Where to look for it. */
    public Message sent(Device device) {
        return Message.saying(phrasebook.line("history.sent", named(device)));
    }

    private Message listed(Line title, List<PastRescue> past) {
        Device example = past.get(0).request().device();
        return Message.headed(
                title,
                List.of(
                        new Bullets(past.stream().map(this::row).toList()),
                        new Note(phrasebook.line(
                                "history.how",
                                Map.of(
                                        "command",
                                        Words.command(
                                                "timeline " + example.name().hostname()))))));
    }

    private Line row(PastRescue past) {
        RescueRequest request = past.request();
        List<Span> spans = new ArrayList<>();
        add(
                spans,
                "history.row",
                Map.of(
                        "at", new Span.Moment(request.plan().askedAt()),
                        "device", Words.device(request.device()),
                        "outcome", new Span.Words(outcome(past)),
                        "requester", new Span.Mention(request.plan().requester().person())));
        if (request.review().isPresent()) add(spans, "history.glass", Map.of());
        if (!past.approvedBy().isEmpty()) {
            add(spans, "history.approved", Map.of());
            past.approvedBy().forEach(by -> spans.addAll(List.of(new Span.Words(" "), new Span.Mention(by))));
            spans.add(new Span.Words("."));
        }
        if (!past.reason().isEmpty()) add(spans, "history.reason", Map.of("reason", new Span.Foreign(past.reason())));
        past.away().ifPresent(away -> add(spans, away(past), Map.of("minutes", minutes(away))));
        return new Line(spans);
    }

    private static String away(PastRescue past) {
        return past.ending().isEmpty() ? "history.away.so-far" : "history.away";
    }

    private static Span minutes(Duration away) {
        return Words.minutes(away);
    }

    private String outcome(PastRescue past) {
        return past.ending()
                .map(ending -> phrasebook.words("history.ending." + Words.lower(ending)))
                .orElseGet(() -> words.stage(past.request()).plain());
    }

    private void add(List<Span> spans, String key, Map<String, Span> slots) {
        if (!spans.isEmpty()) spans.add(new Span.Words(" "));
        spans.addAll(phrasebook.line(key, slots).spans());
    }

    private static Map<String, Span> named(Device device) {
        return Map.of("device", Words.device(device));
    }

    /** What does not fit goes from the middle: how it began and how it ended are what people ask for. */
    private String cut(List<String> lines, RescueRequest request) {
        int head = fitting(lines);
        if (head == lines.size()) return String.join("\n", lines);
        List<String> backwards = new ArrayList<>(lines.subList(head, lines.size()));
        Collections.reverse(backwards);
        int tail = fitting(backwards);
        if (head + tail == lines.size()) return String.join("\n", lines);
        Map<String, Span> left = Map.of(
                "count", new Span.Words(Integer.toString(lines.size() - head - tail)),
                "command", new Span.Words("audit timeline " + request.id()));
        List<String> kept = new ArrayList<>(lines.subList(0, head));
        kept.add("… " + phrasebook.line("history.cut", left).plain());
        kept.addAll(lines.subList(lines.size() - tail, lines.size()));
        return String.join("\n", kept);
    }

    /** How many of them take half a message. */
    private static int fitting(List<String> lines) {
        int count = 0;
        int length = 0;
        while (count < lines.size() && length + lines.get(count).length() < MOST / 2)
            length += lines.get(count++).length() + 1;
        return count;
    }
}
