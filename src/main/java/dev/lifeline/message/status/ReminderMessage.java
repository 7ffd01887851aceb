package dev.lifeline.message.status;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Button.ConfirmDialog;
import dev.lifeline.message.model.Button.Style;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.Buttons;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reminders of a device that is not back, with the buttons by which whoever reads one answers it, and what was answered. */
final class ReminderMessage {

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    ReminderMessage(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
    }

    void addCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        lines.when(RescueEvent.StillInRescue.class, event -> stillInRescue(request, event.elapsed()))
                .when(RescueEvent.StillOpen.class, event -> stillOpen(request, event.elapsed()))
                .when(
                        RescueEvent.StillNeeded.class,
                        event -> catalog.line("thread.still-needed", Map.of("person", mention(event.by()))))
                .when(
                        RescueEvent.TakenOver.class,
                        event -> catalog.line(
                                "thread.taken-over",
                                Map.of(
                                        "person", mention(event.by()),
                                        "before", mention(event.from()),
                                        "device", CommonTerms.device(request.device()))))
                .when(RescueEvent.ResponsibleUnavailable.class, event -> unavailable(request, event));
    }

    /** The buttons of the reply about an event; empty for an event that asks for no answer. */
    Optional<MessageBlock> buttons(RescueRequest request, RescueEvent event) {
        if (event instanceof RescueEvent.StillInRescue && request.stage() instanceof InRescue)
            return Optional.of(choices(request));
        return event instanceof RescueEvent.StillOpen
                ? Optional.of(new Buttons(List.of(takeOver(request))))
                : Optional.empty();
    }

    /** Where nobody answered in time or somebody denied, the policy may name another way. */
    Message withAlternative(Message line, RescueRequest request, RescueEvent event) {
        if (!(event instanceof RescueEvent.Expired || event instanceof RescueEvent.Denied)) return line;
        return request.plan()
                .requirements()
                .alternative()
                .map(way -> line.withBlock(new MessageBlock.Paragraph(
                        terms.internal(catalog.line("policy.instead", Map.of("way", new TextRun.UntrustedText(way)))))))
                .orElse(line);
    }

    /** The direct message to those who can take a device over whose responsible person cannot answer. */
    Message unavailableDirectMessage(RescueRequest request, RescueEvent.ResponsibleUnavailable event) {
        TextLine line = catalog.line(
                "direct.responsible-unavailable",
                Map.of(
                        "person", mention(event.person()),
                        "device", CommonTerms.device(request.device()),
                        "stage", new TextRun.Text(terms.stage(request).plainText())));
        MessageBlock buttons =
                request.stage() instanceof InRescue in && in.pendingExit().isEmpty()
                        ? choices(request)
                        : new Buttons(List.of(takeOver(request)));
        return Message.of(line).withBlock(buttons);
    }

    private Buttons choices(RescueRequest request) {
        return new Buttons(List.of(
                button(Action.STILL_NEEDED, "button.still-needed", request, Style.DEFAULT),
                exit(request),
                takeOver(request)));
    }

    private Button takeOver(RescueRequest request) {
        return button(Action.TAKE_OVER, "button.take-over", request, Style.DEFAULT);
    }

    private Button exit(RescueRequest request) {
        TextLine question = catalog.line("exit.question.text", Map.of("device", CommonTerms.device(request.device())));
        return button(Action.EXIT, "button.exit", request, Style.DANGER)
                .withConfirmDialog(new ConfirmDialog(
                        catalog.text("exit.question.title"),
                        question.plainText(),
                        catalog.text("exit.question.yes"),
                        catalog.text("exit.question.no")));
    }

    private Button button(Action action, String label, RescueRequest request, Style style) {
        return Button.of(action, catalog.text(label), request.id().value(), style);
    }

    private TextLine stillInRescue(RescueRequest request, Duration elapsed) {
        return catalog.line("thread.still-in-rescue", reminderArguments(request, elapsed));
    }

    private TextLine stillOpen(RescueRequest request, Duration elapsed) {
        return catalog.line("thread.still-open", reminderArguments(request, elapsed));
    }

    private Map<String, TextRun> reminderArguments(RescueRequest request, Duration elapsed) {
        return Map.of(
                "responsible",
                mention(request.responsible().slackUserId()),
                "device",
                CommonTerms.device(request.device()),
                "minutes",
                CommonTerms.minutes(elapsed),
                "stage",
                new TextRun.Text(terms.stage(request).plainText()));
    }

    private TextLine unavailable(RescueRequest request, RescueEvent.ResponsibleUnavailable event) {
        Map<String, TextRun> arguments =
                Map.of("person", mention(event.person()), "device", CommonTerms.device(request.device()));
        if (event.notifiedUsers().isEmpty()) return catalog.line("thread.responsible-unavailable.nobody", arguments);
        List<TextRun> runs = new ArrayList<>(
                catalog.line("thread.responsible-unavailable", arguments).runs());
        sorted(event.notifiedUsers()).forEach(user -> runs.addAll(List.of(new TextRun.Text(" "), mention(user))));
        return new TextLine(runs);
    }

    private static List<SlackUserId> sorted(Set<SlackUserId> users) {
        return users.stream().sorted(Comparator.comparing(SlackUserId::value)).toList();
    }

    private static TextRun mention(SlackUserId user) {
        return new TextRun.UserMention(user);
    }
}
