package dev.lifeline.message.reply;

import dev.lifeline.device.Device;
import dev.lifeline.device.Outage;
import dev.lifeline.device.Preflight;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RescueRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Replies to commands and clicks. Every reply says what happened, why, and what to do next. */
public final class CommandReplies {

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

    /** The device does not exist or is not the reader's: one text for both, which does not tell them apart (promise P4). */
    public Message unknownDevice(String typed) {
        return message(
                "answer.unknown-device",
                Map.of("typed", TextRun.UntrustedText.truncated(typed), "command", CommonTerms.slashCommand("list")));
    }

    /** More than one device has this name. */
    public Message ambiguousDevice(String typed, List<Device> devices) {
        List<TextLine> rows =
                devices.stream().limit(MAX_ROWS).map(this::deviceRow).toList();
        return new Message(
                catalog.line("answer.ambiguous", Map.of("typed", TextRun.UntrustedText.truncated(typed))),
                false,
                List.of(new BulletList(rows)));
    }

    /** The device had the name that was shown, and has another one now. */
    public Message renamed(String shownName, Device now) {
        return message(
                "answer.renamed",
                Map.of("shown", TextRun.UntrustedText.truncated(shownName), "device", CommonTerms.device(now)));
    }

    /**
     * The command lacks a device.
     *
     * @param example an example of the complete command
     */
    public Message deviceRequired(String example) {
        return message("answer.what-device", Map.of("command", CommonTerms.slashCommand(example)));
    }

    /**
     * Asks whether the words behind a device are the reason.
     *
     * @param words at most {@value Confirmation#MAX_REASON_CHARS} characters
     */
    public Message reasonQuestion(Device device, String words) {
        DeviceChoice choice = DeviceChoice.of(device);
        return Message.withHeader(
                catalog.line("answer.reason-question.title", Map.of("device", CommonTerms.device(device))),
                List.of(
                        new Paragraph(TextLine.of(new TextRun.UntrustedText(words))),
                        new Buttons(List.of(
                                Button.of(
                                        Action.START_WITH_REASON,
                                        catalog.text("button.start.reason"),
                                        choice.withReason(words).value(),
                                        Style.PRIMARY),
                                Button.of(
                                        Action.START,
                                        catalog.text("button.start.no-reason"),
                                        choice.value(),
                                        Style.DEFAULT))),
                        new Context(catalog.line("answer.reason-question.else"))));
    }

    /** The reason has more characters than a request takes. */
    public Message reasonTooLong() {
        return message(
                "answer.reason-too-long",
                Map.of("count", new TextRun.Text(Integer.toString(Confirmation.MAX_REASON_CHARS))));
    }

    /** The device has an open request already. */
    public Message requestExists(RescueRequest request) {
        return message("answer.joined", requestArguments(request));
    }

    /** The text of the link to a status message. */
    public String statusLinkLabel() {
        return catalog.text("direct.link");
    }

    public Message noOpenRequest(Device device) {
        return message("answer.no-request", Map.of("device", CommonTerms.device(device)));
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
     * The open requests and reviews; at most 20 rows.
     *
     * @param open the open requests
     * @param underReview the requests whose break-glass review is pending
     * @param unreadable how many more there are that cannot be read
     */
    public Message status(List<RescueRequest> open, List<RescueRequest> underReview, int unreadable) {
        if (open.isEmpty() && underReview.isEmpty() && unreadable == 0) return message("answer.status.none", Map.of());
        List<TextLine> rows = Stream.concat(
                        open.stream().map(request -> row("answer.status.row", request)),
                        underReview.stream().map(request -> row("answer.status.review", request)))
                .limit(MAX_ROWS)
                .toList();
        List<MessageBlock> blocks = new ArrayList<>();
        if (!rows.isEmpty()) blocks.add(new BulletList(rows));
        if (unreadable > 0) blocks.add(new Paragraph(unreadableRequests(unreadable)));
        return Message.withHeader(catalog.line("answer.status.title"), blocks);
    }

    private TextLine row(String phrase, RescueRequest request) {
        return terms.markDrill(request, catalog.line(phrase, requestArguments(request)));
    }

    private TextLine unreadableRequests(int count) {
        return catalog.line("answer.status.unreadable", Map.of("count", new TextRun.Text(Integer.toString(count))));
    }

    /** A reply about a request, which shows the device's name of then; says so where the device has another name now. */
    public Message withPresentName(Message reply, RescueRequest request, Device now) {
        return Preflight.findRename(request.device(), now).isEmpty()
                ? reply
                : reply.withBlock(new Context(catalog.line(
                        "answer.present-name",
                        Map.of("device", CommonTerms.device(request.device()), "now", CommonTerms.device(now)))));
    }

    /** Confirms a click where the thread that tells of it is not seen. */
    public Message done(RescueRequest request) {
        return message("answer.done", requestArguments(request));
    }

    /** The question before a rescue is ended. */
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

    /** The answer to the requester who wants to end a rescue that has not begun, with the button that takes the request back. */
    public Message offerTakeBack(RescueRequest request) {
        String id = request.id().value();
        return Message.withHeader(
                catalog.line("answer.exit.not-begun.title", requestArguments(request)),
                List.of(
                        new Paragraph(catalog.line("answer.exit.not-begun.text", requestArguments(request))),
                        new Buttons(List.of(
                                Button.of(Action.CANCEL, catalog.text("button.take-back"), id, Style.DANGER)))));
    }

    /** The answer to somebody else who wants to end a rescue that has not begun. */
    public Message takeBackByRequester(RescueRequest request) {
        return message("answer.exit.not-begun.other", requestArguments(request));
    }

    public Message keptInRescue(RescueRequest request) {
        return message("answer.kept", requestArguments(request));
    }

    /** The button is of a release that had an action which this one lacks. */
    public Message unknownAction() {
        return message("answer.unknown-action", Map.of("command", CommonTerms.slashCommand("status")));
    }

    /** The button is of a request that does not exist. */
    public Message requestNotFound() {
        return message("answer.gone", Map.of("command", CommonTerms.slashCommand("status")));
    }

    /**
     * A fault of the bot.
     *
     * @param incident the id of the interaction, by which the operator finds the fault in the log
     */
    public Message internalError(String incident) {
        return message(
                "answer.failed",
                Map.of("incident", new TextRun.Code(incident), "command", CommonTerms.slashCommand("status")));
    }

    /** The record that the interaction is about cannot be read by this replica. */
    public Message unreadableRecord(String incident) {
        return message("answer.unreadable", Map.of("incident", new TextRun.Code(incident)));
    }

    /**
     * The interaction itself cannot be read.
     *
     * @param incident the id of the interaction
     */
    public Message unreadableInteraction(String incident, Instant receivedAt) {
        return message(
                "answer.unreadable-interaction",
                Map.of("at", new TextRun.Timestamp(receivedAt), "incident", new TextRun.Code(incident)));
    }

    /** Slack delivered it so late that it is not acted on. */
    public Message late(Instant actedAt, Instant receivedAt) {
        return message(
                "answer.late",
                Map.of("at", new TextRun.Timestamp(actedAt), "received", new TextRun.Timestamp(receivedAt)));
    }

    public Message providerUnavailable(Outage outage) {
        return message("answer.provider-away." + CommonTerms.key(outage), Map.of());
    }

    /** The bot is no member of the channel. */
    public Message notInChannel() {
        return message("answer.not-in-channel", Map.of("command", new TextRun.Code("/invite @lifeline")));
    }

    /** The channel admits no messages of the bot, for another reason than a missing membership. */
    public Message cannotPost() {
        return message("answer.cannot-post", Map.of());
    }

    private Map<String, TextRun> requestArguments(RescueRequest request) {
        return Map.of(
                "device", CommonTerms.device(request.device()),
                "requester", new TextRun.UserMention(request.plan().requester().slackUserId()),
                "stage", new TextRun.Text(terms.stage(request).plainText()));
    }

    private Message message(String key, Map<String, TextRun> arguments) {
        return Message.of(catalog.line(key, arguments));
    }
}
