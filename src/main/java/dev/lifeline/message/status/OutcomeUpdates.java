package dev.lifeline.message.status;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import java.util.Map;

/** The replies in the thread about requests that do not go on by themselves, and about outcomes that a person tells. */
final class OutcomeUpdates {

    private final MessageCatalog catalog;
    private final CommonTerms terms;

    OutcomeUpdates(MessageCatalog catalog) {
        this.catalog = catalog;
        this.terms = new CommonTerms(catalog);
    }

    void addCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, RescueRequest request) {
        TextRun device = CommonTerms.device(request.device());
        lines.when(
                        RescueEvent.LaunchDidNotTake.class,
                        event -> catalog.line(
                                "thread.launch-did-not-take",
                                Map.of(
                                        "device",
                                        device,
                                        "command",
                                        CommonTerms.slashCommand(
                                                request.device().typedName()))))
                .when(
                        RescueEvent.DeviceMissing.class,
                        event -> catalog.line("thread.device-missing", Map.of("device", device)))
                .when(
                        RescueEvent.DeviceVisibleAgain.class,
                        event -> catalog.line("thread.device-visible-again", Map.of("device", device)))
                .when(
                        RescueEvent.DeviceGone.class,
                        event -> catalog.line("thread.device-gone", Map.of("device", device)))
                .when(
                        RescueEvent.ReportedBack.class,
                        event -> catalog.line(
                                "thread.reported-back",
                                Map.of("person", new TextRun.UserMention(event.by()), "device", device)))
                .when(RescueEvent.ClosedByHand.class, this::closedByHand);
        addPowerOnCases(lines, device);
    }

    private void addPowerOnCases(SealedTypeMap.Builder<RescueEvent, TextLine> lines, TextRun device) {
        lines.when(
                        RescueEvent.PowerOnRequested.class,
                        event -> catalog.line(
                                "thread.power-on-requested",
                                Map.of("person", new TextRun.UserMention(event.by()), "device", device)))
                .when(RescueEvent.PowerOnAccepted.class, event -> catalog.line("thread.power-on-accepted"))
                .when(RescueEvent.PowerOnUnconfirmed.class, event -> catalog.line("thread.power-on-unconfirmed"))
                .when(RescueEvent.PowerOnNotDone.class, this::powerOnNotDone)
                .when(RescueEvent.PoweredOn.class, event -> catalog.line("thread.powered-on", Map.of("device", device)))
                .when(
                        RescueEvent.PowerOnNotSeen.class,
                        event -> catalog.line(
                                "thread.power-on-not-seen",
                                Map.of("device", device, "minutes", CommonTerms.minutes(event.elapsed()))));
    }

    private TextLine powerOnNotDone(RescueEvent.PowerOnNotDone event) {
        return event.detail().isEmpty()
                ? catalog.line("thread.power-on-not-done")
                : catalog.line(
                        "thread.power-on-not-done.detail",
                        Map.of("detail", terms.internal(CommonTerms.sentence(event.detail()))));
    }

    private TextLine closedByHand(RescueEvent.ClosedByHand event) {
        String state =
                event.commandSent() ? "thread.closed-by-hand.may-be-in-rescue" : "thread.closed-by-hand.nothing-sent";
        return catalog.line(
                "thread.closed-by-hand",
                Map.of(
                        "person",
                        new TextRun.UserMention(event.by()),
                        "reason",
                        terms.internal(CommonTerms.sentence(event.reason())),
                        "state",
                        new TextRun.Text(catalog.text(state))));
    }
}
