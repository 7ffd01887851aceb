package dev.lifeline.message;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Preflight;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Note;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Is this the machine you mean, and do you know what will happen? The question before anything is done. */
final class ConfirmationCard {

    private final Phrasebook phrasebook;
    private final CardFacts facts;

    ConfirmationCard(Phrasebook phrasebook, CardFacts facts) {
        this.phrasebook = phrasebook;
        this.facts = facts;
    }

    Message of(RescueRequest request, AwaitingConfirmation waiting) {
        Line until = phrasebook.line(
                "card.confirm.until",
                Map.of(
                        "requester", new Span.Mention(request.plan().requester().person()),
                        "until", new Span.Moment(waiting.until())));
        return Message.headed(
                phrasebook.line("card.confirm.title", Map.of("device", Words.device(request.device()))),
                List.of(
                        facts.full(request.plan()),
                        new Bullets(whatWillHappen(request)),
                        new Choices(choices(request)),
                        new Note(until)));
    }

    private List<Line> whatWillHappen(RescueRequest request) {
        Device device = request.device();
        List<Line> lines = new ArrayList<>();
        lines.add(phrasebook.line(
                "card.confirm.goes-down." + Words.lower(device.id().kind())));
        lines.add(phrasebook.line("card.confirm.stops"));
        if (bootsFromImage(device)) lines.add(phrasebook.line("card.confirm.image"));
        if (device.system().family() == Family.NONE) lines.add(phrasebook.line("card.confirm.choose"));
        Preflight.cautions(request.plan().seen())
                .forEach(caution -> lines.add(phrasebook.line("caution." + Words.lower(caution))));
        return lines;
    }

    private static boolean bootsFromImage(Device device) {
        return device instanceof Device.VirtualGuest && device.system().family() == Family.WINDOWS;
    }

    private List<Choice> choices(RescueRequest request) {
        List<Choice> choices = new ArrayList<>();
        if (request.device().system().family() == Family.NONE) {
            choices.add(choice(Action.CONFIRM_LINUX, "button.confirm.linux", request, Weight.DANGER));
            choices.add(choice(Action.CONFIRM_WINDOWS, "button.confirm.windows", request, Weight.DANGER));
        } else {
            choices.add(choice(Action.CONFIRM, "button.confirm", request, Weight.DANGER));
        }
        choices.add(choice(Action.CANCEL, "button.cancel", request, Weight.PLAIN));
        return choices;
    }

    private Choice choice(Action action, String label, RescueRequest request, Weight weight) {
        Choice choice = Choice.of(action, phrasebook.words(label), request.id().value(), weight);
        boolean why = action != Action.CANCEL
                && request.plan().clearance().terms().reason().isPresent();
        return why ? choice.filledIn() : choice;
    }
}
