package dev.lifeline.message.status;

import dev.lifeline.device.Device;
import dev.lifeline.device.Notices;
import dev.lifeline.device.Notices.Maintenance;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Preflight;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                List.of(new BulletList(consequences(request)), new Buttons(buttons(request)), new Context(until)));
        return Message.withHeader(
                catalog.line("status-message.confirm.title", Map.of("device", CommonTerms.device(request.device()))),
                blocks);
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
        textLines.add(catalog.line("status-message.confirm.stops"));
        if (bootsFromImage(device)) textLines.add(catalog.line("status-message.confirm.image"));
        if (device.operatingSystem().family() == Family.NONE)
            textLines.add(catalog.line("status-message.confirm.choose"));
        Preflight.warnings(request.plan().inspection())
                .forEach(preflightWarning ->
                        textLines.add(catalog.line("warning." + CommonTerms.key(preflightWarning))));
        request.plan().notices().map(this::notices).stream()
                .flatMap(List::stream)
                .map(terms::internal)
                .forEach(textLines::add);
        return textLines;
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

    private List<Button> buttons(RescueRequest request) {
        List<Button> buttons = new ArrayList<>();
        if (request.device().operatingSystem().family() == Family.NONE) {
            buttons.add(button(Action.CONFIRM_LINUX, "button.confirm.linux", request, Style.DANGER));
            buttons.add(button(Action.CONFIRM_WINDOWS, "button.confirm.windows", request, Style.DANGER));
        } else {
            buttons.add(button(Action.CONFIRM, "button.confirm", request, Style.DANGER));
        }
        buttons.add(button(Action.CANCEL, "button.cancel", request, Style.DEFAULT));
        return buttons;
    }

    private Button button(Action action, String label, RescueRequest request, Style style) {
        Button button = Button.of(action, catalog.text(label), request.id().value(), style);
        boolean needsReason = action != Action.CANCEL && request.plan().lacksReason();
        return needsReason ? button.withForm() : button;
    }
}
