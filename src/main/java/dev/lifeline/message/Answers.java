package dev.lifeline.message;

import dev.lifeline.device.Device;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What does one person read after asking something? Every answer says what happened, why, and what to do next. */
public final class Answers {

    /** As many rows as a phone shows without getting lost. */
    private static final int ROWS = 20;

    private final Phrasebook phrasebook;
    private final Words words;

    public Answers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.words = new Words(phrasebook);
    }

    /** Absent or not theirs: one sentence for both, so that nobody learns which. */
    public Message unknownDevice(String typed) {
        return say(
                "answer.unknown-device", Map.of("typed", Span.Foreign.typed(typed), "command", Words.command("list")));
    }

    public Message ambiguous(String typed, List<Device> devices) {
        List<Line> rows = devices.stream().limit(ROWS).map(this::row).toList();
        return new Message(
                phrasebook.line("answer.ambiguous", Map.of("typed", Span.Foreign.typed(typed))),
                false,
                List.of(new Bullets(rows)));
    }

    public Message whatDevice(String command) {
        return say("answer.what-device", Map.of("command", Words.command(command)));
    }

    public Message joined(RescueRequest request) {
        return say("answer.joined", about(request));
    }

    public Message noRequest(Device device) {
        return say("answer.no-request", Map.of("device", Words.device(device)));
    }

    public Message list(String text, List<Device> devices) {
        if (devices.isEmpty()) return nothingListed(text);
        List<Part> parts = new ArrayList<>();
        parts.add(new Bullets(devices.stream().limit(ROWS).map(this::row).toList()));
        if (devices.size() > ROWS) parts.add(new Note(more(devices.size() - ROWS)));
        return Message.headed(
                text.isEmpty()
                        ? phrasebook.line("answer.list.title")
                        : phrasebook.line("answer.list.title.matching", Map.of("text", Span.Foreign.typed(text))),
                parts);
    }

    private Message nothingListed(String text) {
        return text.isEmpty()
                ? say("answer.list.empty", Map.of())
                : say("answer.list.none", Map.of("text", Span.Foreign.typed(text)));
    }

    private Line more(int count) {
        return phrasebook.line(
                "answer.list.more",
                Map.of("count", new Span.Words(Integer.toString(count)), "command", Words.command("list web")));
    }

    private Line row(Device device) {
        return phrasebook.line(
                "answer.choice",
                Map.of(
                        "device",
                        Words.device(device),
                        "kind",
                        new Span.Words(words.kind(device)),
                        "id",
                        new Span.Code(Long.toString(device.id().value())),
                        "address",
                        Words.address(device, phrasebook.words("unknown"))));
    }

    /**
     * Where things stand.
     *
     * @param open the requests that are not over
     * @param underReview those whose glass was broken and that nobody has signed
     */
    public Message status(List<RescueRequest> open, List<RescueRequest> underReview) {
        if (open.isEmpty() && underReview.isEmpty()) return say("answer.status.none", Map.of());
        List<Line> rows = Stream.concat(
                        open.stream().map(request -> phrasebook.line("answer.status.row", about(request))),
                        underReview.stream().map(request -> phrasebook.line("answer.status.review", about(request))))
                .limit(ROWS)
                .toList();
        return Message.headed(phrasebook.line("answer.status.title"), List.of(new Bullets(rows)));
    }

    /** A command to end a rescue asks first. */
    public Message askEnd(RescueRequest request) {
        String id = request.id().value();
        return Message.headed(
                phrasebook.line("answer.exit.title", about(request)),
                List.of(
                        new Paragraph(phrasebook.line("answer.exit.text")),
                        new Choices(List.of(
                                Choice.of(Action.ASK_END, phrasebook.words("button.ask-end"), id, Weight.DANGER),
                                Choice.of(Action.KEEP, phrasebook.words("button.keep"), id, Weight.PLAIN)))));
    }

    public Message kept(RescueRequest request) {
        return say("answer.kept", about(request));
    }

    /** Somebody pressed what no release knows any more. */
    public Message unknownAction() {
        return say("answer.unknown-action", Map.of("command", Words.command("status")));
    }

    /** Somebody pressed a button of a request that is not on disk. */
    public Message gone() {
        return say("answer.gone", Map.of("command", Words.command("status")));
    }

    /** Our own fault. */
    public Message failed(String incident) {
        return say("answer.failed", Map.of("incident", new Span.Code(incident), "command", Words.command("status")));
    }

    public Message providerAway() {
        return say("answer.provider-away", Map.of());
    }

    /** The bot cannot post where it was asked. */
    public Message notInChannel() {
        return say("answer.not-in-channel", Map.of("command", new Span.Code("/invite @lifeline")));
    }

    /** The channel takes nothing from the bot, member or not. */
    public Message cannotPost() {
        return say("answer.cannot-post", Map.of());
    }

    private Map<String, Span> about(RescueRequest request) {
        return Map.of(
                "device", Words.device(request.device()),
                "requester", new Span.Mention(request.plan().requester().person()),
                "stage", new Span.Words(words.stage(request).plain()));
    }

    private Message say(String key, Map<String, Span> slots) {
        return Message.saying(phrasebook.line(key, slots));
    }
}
