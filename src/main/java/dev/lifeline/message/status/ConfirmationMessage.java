package dev.lifeline.message.status;

import dev.lifeline.device.Device;
import dev.lifeline.device.Notices;
import dev.lifeline.device.Notices.Maintenance;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Preflight;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.ConfirmDialog;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.DeviceFindings;
import dev.lifeline.rescue.Estimate;
import dev.lifeline.rescue.PowerOn;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status message of a request that awaits confirmation: the device, the consequences, and the buttons Yes and No. */
final class ConfirmationMessage {

    /** Of each kind; more would push the buttons out of sight. */
    private static final int MAX_NOTICES = 3;

    private final MessageCatalog catalog;
    private final MessageFields fields;
    private final CommonTerms terms;

    ConfirmationMessage(CommonTerms terms, MessageFields fields) {
        this.catalog = terms.catalog();
        this.fields = fields;
        this.terms = terms;
    }

    Message render(RescueRequest request, AwaitingConfirmation waiting) {
        TextLine until = catalog.line(
                "status-message.confirm.until",
                Map.of(
                        "requester",
                                new TextRun.UserMention(
                                        request.plan().requester().slackUserId()),
                        "until", new TextRun.Timestamp(waiting.confirmBy())));
        List<MessageBlock> blocks = new ArrayList<>(List.of(fields.all(request.plan())));
        request.plan().statedReason().map(this::statedReason).ifPresent(blocks::add);
        blocks.addAll(
                List.of(new BulletList(consequences(request)), RowLayout.of(buttons(request)), new Context(until)));
        waiting.powerOn().map(this::powerOn).ifPresent(outcome -> blocks.add(blocks.size() - 2, outcome));
        return Message.withHeader(
                catalog.line("status-message.confirm.title", Map.of("device", CommonTerms.device(request.device()))),
                blocks);
    }

    /** What came of powering it on, as far as is known. */
    private Paragraph powerOn(PowerOn powerOn) {
        return new Paragraph(catalog.line(
                "status-message.power-on." + CommonTerms.key(powerOn.state()),
                Map.of("person", new TextRun.UserMention(powerOn.requestedBy().slackUserId()))));
    }

    private Paragraph statedReason(String reason) {
        return new Paragraph(terms.internal(
                catalog.line("status-message.confirm.reason", Map.of("reason", new TextRun.UntrustedText(reason)))));
    }

    private List<TextLine> consequences(RescueRequest request) {
        Device device = request.device();
        List<TextLine> textLines = new ArrayList<>();
        textLines.add(catalog.line("status-message.confirm.goes-down."
                + CommonTerms.key(device.id().type())));
        estimate(request).ifPresent(textLines::add);
        if (!request.isDrill()) textLines.add(catalog.line("status-message.confirm.stops"));
        if (bootsFromImage(device)) textLines.add(catalog.line("status-message.confirm.image"));
        if (device.operatingSystem().family() == Family.NONE)
            textLines.add(catalog.line("status-message.confirm.choose"));
        Preflight.warnings(request.plan().inspection())
                .forEach(preflightWarning ->
                        textLines.add(catalog.line("warning." + CommonTerms.key(preflightWarning))));
        request.plan().findings().map(this::findings).stream()
                .flatMap(List::stream)
                .map(terms::internal)
                .forEach(textLines::add);
        request.plan().notices().map(this::notices).stream()
                .flatMap(List::stream)
                .map(terms::internal)
                .forEach(textLines::add);
        return textLines;
    }

    private List<TextLine> findings(DeviceFindings findings) {
        List<TextLine> textLines = new ArrayList<>();
        findings.answers()
                .map(answers -> catalog.line(answers ? "finding.answers" : "finding.silent"))
                .ifPresent(textLines::add);
        findings.lastRescue()
                .map(last -> catalog.line(
                        "finding.last-rescue." + CommonTerms.key(last.closeReason()),
                        Map.of("at", new TextRun.Timestamp(last.endedAt()))))
                .ifPresent(textLines::add);
        return textLines;
    }

    /** What the documents say is said already, and the provider names its average only once it has begun. */
    private Optional<TextLine> estimate(RescueRequest request) {
        return request.estimate()
                .filter(estimate -> estimate.source() == Estimate.Source.HISTORY)
                .map(estimate -> catalog.line(
                        "status-message.confirm.estimate",
                        Map.of(
                                "usual", CommonTerms.minutes(estimate.usual()),
                                "slow", CommonTerms.minutes(estimate.slow()))));
    }

    /** What cannot be read is said, because silence would be taken for nothing. */
    private List<TextLine> notices(Notices notices) {
        List<TextLine> textLines = new ArrayList<>();
        notices.maintenance().stream().limit(MAX_NOTICES).map(this::maintenance).forEach(textLines::add);
        notices.openTickets().stream().limit(MAX_NOTICES).map(this::openTicket).forEach(textLines::add);
        if (!notices.complete()) textLines.add(catalog.line("notice.unread"));
        return textLines;
    }

    private TextLine maintenance(Maintenance maintenance) {
        Map<String, TextRun> times = Map.of(
                "start", new TextRun.Timestamp(maintenance.startsAt()),
                "end", new TextRun.Timestamp(maintenance.endsAt()));
        if (maintenance.subject().isBlank()) return catalog.line("notice.maintenance", times);
        Map<String, TextRun> all = new HashMap<>(times);
        all.put("subject", TextRun.UntrustedText.truncated(maintenance.subject()));
        return catalog.line("notice.maintenance.subject", all);
    }

    private TextLine openTicket(long id) {
        return catalog.line("notice.ticket", Map.of("ticket", new TextRun.Text(Long.toString(id))));
    }

    private static boolean bootsFromImage(Device device) {
        return device instanceof Device.VirtualGuest && device.operatingSystem().family() == Family.WINDOWS;
    }

    private Button[] buttons(RescueRequest request) {
        List<Button> buttons = new ArrayList<>();
        if (request.device().operatingSystem().family() == Family.NONE) {
            buttons.add(button(Action.CONFIRM_LINUX, "button.confirm.linux", request, Style.DANGER));
            buttons.add(button(Action.CONFIRM_WINDOWS, "button.confirm.windows", request, Style.DANGER));
        } else {
            buttons.add(button(Action.CONFIRM, "button.confirm", request, Style.DANGER));
        }
        if (PowerOnTransitions.isOffered(request)) buttons.add(powerOnButton(request));
        buttons.add(button(Action.CANCEL, "button.cancel", request, Style.DEFAULT));
        return buttons.toArray(Button[]::new);
    }

    private Button powerOnButton(RescueRequest request) {
        TextLine question =
                catalog.line("power-on.question.text", Map.of("device", CommonTerms.device(request.device())));
        return Button.of(
                        Action.POWER_ON,
                        catalog.text("button.power-on"),
                        request.id().value(),
                        Style.DEFAULT)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("power-on.question.title"),
                        question.plainText(),
                        catalog.text("power-on.question.yes"),
                        catalog.text("power-on.question.no")));
    }

    private Button button(Action action, String label, RescueRequest request, Style style) {
        Button button = Button.of(action, catalog.text(label), request.id().value(), style);
        boolean needsReason = action != Action.CANCEL && request.plan().lacksReason();
        return needsReason ? button.withForm() : button;
    }
}
