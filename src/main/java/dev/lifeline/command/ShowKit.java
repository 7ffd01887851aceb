package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.device.DeviceId;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.List;
import java.util.Optional;

/**
 * <em>Show access</em> on a card: how to get in, for whoever may see the device. That is enough, as nothing in it is secret: address and
 * user name stand on the card, and the rest is how to use them. Who helps without a right of their own to launch or to read passwords
 * can still say what to type (decision 0011).
 */
final class ShowKit {

    private final Desk desk;

    ShowKit(Desk desk) {
        this.desk = desk;
    }

    Decision show(Caller caller, RescueRequest request) {
        List<Objection> objections = objections(caller, Deed.SEE, request);
        if (!objections.isEmpty())
            return desk.refuse(caller, "show-access", request.device().id().toString(), objections);
        if (!request.stage().enterable())
            return desk.reply(caller, caller.voice().kit().notEnterable(request));
        Decision recorded = () -> desk.chronicle().noted("access-shown", request, caller.author(), "");
        return recorded.and(desk.reply(caller, kit(caller, request)));
    }

    private Message kit(Caller caller, RescueRequest request) {
        Optional<Line> noPassword = objections(caller, Deed.REVEAL, request).stream()
                .findFirst()
                .map(caller.voice().reasons()::objection);
        return caller.voice().kit().of(request, login(request), desk.entrance().ports(), noPassword);
    }

    private List<Objection> objections(Caller caller, Deed deed, RescueRequest request) {
        return desk.access()
                .may(caller.person().id(), deed, request.device().id())
                .objections();
    }

    private Optional<String> login(RescueRequest request) {
        DeviceId device = request.device().id();
        Optional<String> known = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        return known.or(() -> desk.devices().loginName(device));
    }
}
