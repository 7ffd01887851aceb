package dev.lifeline.message.status;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.ConfirmDialog;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The buttons of a status message once a request is confirmed. */
final class StatusButtons {

    private final MessageCatalog catalog;

    StatusButtons(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the stage does not go on by itself, as far as the channel was told. */
    static boolean isStuck(RescueRequest request) {
        Watch watch = request.watch();
        return watch.missingNotified()
                || watch.remindedAt().isPresent()
                || watch.unprovedHostKey().isPresent();
    }

    /** The buttons by which a person says where the device is, and for whom they are. */
    List<MessageBlock> outcomes(RescueRequest request, Button... choices) {
        List<MessageBlock> messageBlocks = new ArrayList<>();
        if (request.watch().missingNotified()) messageBlocks.add(new Paragraph(catalog.line("status-message.missing")));
        messageBlocks.add(RowLayout.of(choices));
        TextRun responsible = new TextRun.UserMention(request.responsible().slackUserId());
        messageBlocks.add(new Context(catalog.line("status-message.outcome", Map.of("responsible", responsible))));
        return messageBlocks;
    }

    Button inRescueButton(RescueRequest request) {
        return button(Action.REPORT_LOGIN, "button.in-rescue", request, Style.DEFAULT);
    }

    Button reportBackButton(RescueRequest request) {
        TextLine question =
                catalog.line("report-back.question.text", Map.of("device", CommonTerms.device(request.device())));
        return button(Action.REPORT_BACK, "button.report-back", request, Style.DEFAULT)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("report-back.question.title"),
                        question.plainText(),
                        catalog.text("report-back.question.yes"),
                        catalog.text("report-back.question.no")));
    }

    Button closeButton(RescueRequest request) {
        return button(Action.CLOSE_BY_HAND, "button.close-by-hand", request, Style.DEFAULT)
                .withForm();
    }

    Button showAccessButton(RescueRequest request) {
        return button(Action.SHOW_ACCESS, "button.show-access", request, Style.PRIMARY);
    }

    Button exitButton(RescueRequest request, Action action, String label, String text) {
        TextLine question = catalog.line(text, Map.of("device", CommonTerms.device(request.device())));
        return button(action, label, request, Style.DANGER)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("exit.question.title"),
                        question.plainText(),
                        catalog.text("exit.question.yes"),
                        catalog.text("exit.question.no")));
    }

    Button button(Action action, String label, RescueRequest request, Style style) {
        return Button.of(action, catalog.text(label), request.id().value(), style);
    }
}
