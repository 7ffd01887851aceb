package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stay;
import java.util.List;
import java.util.Optional;

/** {@code /rescue exit DEVICE}: asks whether the rescue is to end; nothing happens before Yes. */
final class AskToEnd {

    private final Desk desk;
    private final Finding finding;

    AskToEnd(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, String typed) {
        Found found = finding.one(caller, typed);
        if (found instanceof Found.Otherwise otherwise) return desk.reply(caller, otherwise.answer());
        Device device = ((Found.One) found).device();
        Optional<RescueRequest> request = desk.requests().openFor(device.id());
        if (request.isEmpty())
            return desk.reply(caller, caller.voice().answers().noRequest(device));
        List<Objection> objections = desk.access()
                .may(caller.person().id(), Deed.RETURN, device.id())
                .objections();
        return objections.isEmpty()
                ? desk.reply(caller, question(caller, request.get()))
                : desk.refuse(caller, "end", device.id().toString(), objections);
    }

    private static Message question(Caller caller, RescueRequest request) {
        return request.stage() instanceof InRescue
                ? caller.voice().answers().askEnd(request)
                : caller.voice().reasons().stayed(Stay.NOT_IN_RESCUE, request);
    }
}
