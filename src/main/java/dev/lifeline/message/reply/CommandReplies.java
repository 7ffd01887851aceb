package dev.lifeline.message.reply;

import dev.lifeline.device.Device;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What does one person read after asking something? Every answer says what happened, why, and what to do next. */
public final class CommandReplies {

    /** As many rows as a phone shows without getting lost. */
    private static final int MAX_ROWS = 20;

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    /** The replies in the language of a locale; English where the catalogue lacks a phrase. */
    public static CommandReplies in(Locale locale) {
        return new CommandReplies(MessageCatalog.forLocale(locale));
    }

    private CommandReplies(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
    }

    /** Absent or not theirs: one sentence for both, so that nobody learns which. */
    public Message unknownDevice(String typed) {
        return message(
                "answer.unknown-device",
                Map.of("typed", TextRun.UntrustedText.truncated(typed), "command", CommonTerms.slashCommand("list")));
    }

    public Message ambiguousDevice(String typed, List<Device> devices) {
        List<TextLine> rows =
                devices.stream().limit(MAX_ROWS).map(this::deviceRow).toList();
        return new Message(
                catalog.line("answer.ambiguous", Map.of("typed", TextRun.UntrustedText.truncated(typed))),
                false,
                List.of(new BulletList(rows)));
    }

    public Message deviceRequired(String command) {
        return message("answer.what-device", Map.of("command", CommonTerms.slashCommand(command)));
    }

    public Message requestExists(RescueRequest request) {
        return message("answer.joined", requestArguments(request));
    }

    public Message noOpenRequest(Device device) {
        return message("answer.no-request", Map.of("device", CommonTerms.device(device)));
    }

    public Message deviceList(String text, List<Device> devices) {
        if (devices.isEmpty()) return emptyDeviceList(text);
        List<MessageBlock> messageBlocks = new ArrayList<>();
        messageBlocks.add(new BulletList(
                devices.stream().limit(MAX_ROWS).map(this::deviceRow).toList()));
        if (devices.size() > MAX_ROWS) messageBlocks.add(new Context(moreRows(devices.size() - MAX_ROWS)));
        return Message.withHeader(
                text.isEmpty()
                        ? catalog.line("answer.list.title")
                        : catalog.line(
                                "answer.list.title.matching", Map.of("text", TextRun.UntrustedText.truncated(text))),
                messageBlocks);
    }

    private Message emptyDeviceList(String text) {
        return text.isEmpty()
                ? message("answer.list.empty", Map.of())
                : message("answer.list.none", Map.of("text", TextRun.UntrustedText.truncated(text)));
    }

    private TextLine moreRows(int count) {
        return catalog.line(
                "answer.list.more",
                Map.of(
                        "count",
                        new TextRun.Text(Integer.toString(count)),
                        "command",
                        CommonTerms.slashCommand("list web")));
    }

    private TextLine deviceRow(Device device) {
        return catalog.line(
                "answer.choice",
                Map.of(
                        "device",
                        CommonTerms.device(device),
                        "kind",
                        new TextRun.Text(terms.deviceType(device)),
                        "id",
                        new TextRun.Code(Long.toString(device.id().value())),
                        "address",
                        CommonTerms.address(device, catalog.text("unknown"))));
    }

    /**
     * Where things stand.
     *
     * @param open the requests that are not over
     * @param underReview those whose glass was broken and that nobody has signed
     */
    public Message status(List<RescueRequest> open, List<RescueRequest> underReview) {
        if (open.isEmpty() && underReview.isEmpty()) return message("answer.status.none", Map.of());
        List<TextLine> rows = Stream.concat(
                        open.stream().map(request -> catalog.line("answer.status.row", requestArguments(request))),
                        underReview.stream()
                                .map(request -> catalog.line("answer.status.review", requestArguments(request))))
                .limit(MAX_ROWS)
                .toList();
        return Message.withHeader(catalog.line("answer.status.title"), List.of(new BulletList(rows)));
    }

    /** A command to end a rescue asks first. */
    public Message confirmExit(RescueRequest request) {
        String id = request.id().value();
        return Message.withHeader(
                catalog.line("answer.exit.title", requestArguments(request)),
                List.of(
                        new Paragraph(catalog.line("answer.exit.text")),
                        new Buttons(List.of(
                                Button.of(Action.CONFIRM_EXIT, catalog.text("button.confirm-exit"), id, Style.DANGER),
                                Button.of(Action.KEEP_IN_RESCUE, catalog.text("button.keep"), id, Style.DEFAULT)))));
    }

    public Message keptInRescue(RescueRequest request) {
        return message("answer.kept", requestArguments(request));
    }

    /** Somebody pressed what no release knows any more. */
    public Message unknownAction() {
        return message("answer.unknown-action", Map.of("command", CommonTerms.slashCommand("status")));
    }

    /** Somebody pressed a button of a request that is not on disk. */
    public Message requestNotFound() {
        return message("answer.gone", Map.of("command", CommonTerms.slashCommand("status")));
    }

    /** Our own fault. */
    public Message internalError(String incident) {
        return message(
                "answer.failed",
                Map.of("incident", new TextRun.Code(incident), "command", CommonTerms.slashCommand("status")));
    }

    public Message providerUnavailable() {
        return message("answer.provider-away", Map.of());
    }

    /** The bot cannot post where it was asked. */
    public Message notInChannel() {
        return message("answer.not-in-channel", Map.of("command", new TextRun.Code("/invite @lifeline")));
    }

    /** The channel takes nothing from the bot, member or not. */
    public Message cannotPost() {
        return message("answer.cannot-post", Map.of());
    }

    private Map<String, TextRun> requestArguments(RescueRequest request) {
        return Map.of(
                "device", CommonTerms.device(request.device()),
                "requester", new TextRun.UserMention(request.plan().requester().slackUserId()),
                "stage", new TextRun.Text(terms.stage(request).plainText()));
    }

    private Message message(String key, Map<String, TextRun> slots) {
        return Message.of(catalog.line(key, slots));
    }
}
