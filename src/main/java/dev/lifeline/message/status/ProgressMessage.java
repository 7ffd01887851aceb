package dev.lifeline.message.status;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageBlock.Paragraph;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Withdrawal;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The status message while a command is under way and everybody waits for the device. */
final class ProgressMessage {

    private final CommonTerms terms;
    private final MessageCatalog catalog;
    private final MessageFields fields;
    private final StatusButtons buttons;
    private final ProgressSteps steps;

    ProgressMessage(CommonTerms terms, MessageFields fields, StatusButtons buttons) {
        this.terms = terms;
        this.catalog = terms.catalog();
        this.fields = fields;
        this.buttons = buttons;
        this.steps = new ProgressSteps(catalog);
    }

    Message launching(RescueRequest request, Launching launching, Instant now) {
        String detail = launching
                .withdrawal()
                .map(withdrawal -> "status-message.launching.withdrawn")
                .orElse(
                        launching.accepted()
                                ? "status-message.launching.confirmed"
                                : "status-message.launching.unconfirmed");
        List<MessageBlock> blocks = new ArrayList<>(List.of(
                fields.summary(request),
                steps.launching(request, launching, now),
                new Paragraph(catalog.line(detail)),
                launchDeadline(launching)));
        if (launching.overdueNotified() || StatusButtons.isStuck(request))
            blocks.addAll(buttons.outcomes(
                    request,
                    buttons.inRescueButton(request),
                    buttons.reportBackButton(request),
                    buttons.closeButton(request)));
        return fields.titled("status-message.launching.title", request, blocks);
    }

    private Context launchDeadline(Launching launching) {
        if (launching.withdrawal().isEmpty())
            return deadline("status-message.launching.deadline", RescueTimeouts.DEFAULT.launch());
        boolean turnedAway =
                launching.withdrawal().filter(Withdrawal::turnedAway).isPresent();
        return deadline(
                "status-message.launching.withdrawn.deadline",
                turnedAway ? RescueTimeouts.DEFAULT.firstSign() : RescueTimeouts.DEFAULT.launch());
    }

    Message booting(RescueRequest request, Booting booting, Instant now) {
        List<MessageBlock> blocks =
                new ArrayList<>(List.of(fields.booting(request, booting), steps.booting(request, booting, now)));
        if (booting.stalledNotified()) blocks.add(new Paragraph(stalled(booting)));
        else blocks.add(deadline("status-message.booting.deadline", RescueTimeouts.DEFAULT.boot(request)));
        if (booting.transactionEndedAt().isPresent() || booting.stalledNotified() || StatusButtons.isStuck(request)) {
            blocks.addAll(buttons.outcomes(
                    request,
                    buttons.showAccessButton(request),
                    buttons.button(Action.REPORT_LOGIN, "button.logged-in", request, Style.DEFAULT),
                    buttons.reportBackButton(request),
                    buttons.closeButton(request)));
            blocks.add(new Context(catalog.line("status-message.booting.logged-in")));
        }
        return fields.titled("status-message.booting.title", request, blocks);
    }

    /** What a person can try. */
    private TextLine stalled(Booting booting) {
        OptionalLong transaction = booting.transactionId();
        Map<String, TextRun> labels = Map.of(
                "access", new TextRun.Bold(catalog.text("button.show-access")),
                "logged-in", new TextRun.Bold(catalog.text("button.logged-in")),
                "transaction", terms.internal(new TextRun.Code(Long.toString(transaction.orElse(0)))));
        return catalog.line(
                transaction.isPresent()
                        ? "status-message.booting.stalled.transaction"
                        : "status-message.booting.stalled",
                labels);
    }

    Message exiting(RescueRequest request, Exiting exiting, Instant now) {
        List<MessageBlock> blocks = new ArrayList<>(List.of(
                fields.address(request),
                steps.exiting(request, exiting, now),
                new Paragraph(catalog.line("status-message.exiting.detail"))));
        if (exiting.overdueNotified()) {
            blocks.add(new Paragraph(catalog.line("status-message.exiting.overdue")));
            blocks.add(new Paragraph(catalog.line(
                    exiting.powerCycleOffered()
                            ? "status-message.exiting.power-cycle"
                            : "status-message.exiting.healthy")));
        } else {
            blocks.add(deadline("status-message.exiting.deadline", RescueTimeouts.DEFAULT.exit(request)));
        }
        if (exiting.overdueNotified() || StatusButtons.isStuck(request))
            blocks.addAll(buttons.outcomes(request, exitChoices(request, exiting)));
        return fields.titled("status-message.exiting.title", request, blocks);
    }

    private Button[] exitChoices(RescueRequest request, Exiting exiting) {
        List<Button> choices = new ArrayList<>();
        if (exiting.powerCycleOffered())
            choices.add(buttons.exitButton(request, Action.EXIT_HARD, "button.exit.hard", "exit.hard.question.text"));
        choices.addAll(List.of(
                buttons.reportBackButton(request), buttons.inRescueButton(request), buttons.closeButton(request)));
        return choices.toArray(Button[]::new);
    }

    private Context deadline(String key, Duration duration) {
        return new Context(catalog.line(key, Map.of("minutes", CommonTerms.minutes(duration))));
    }
}
