package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.device.DeviceId;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
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
        Optional<Line> objection = objection(caller, Deed.SEE, request);
        if (objection.isPresent())
            return desk.refuse(
                    caller, "show-access", request.device().id().toString(), Message.saying(objection.get()));
        if (!request.stage().enterable())
            return desk.reply(caller, caller.voice().kit().notEnterable(request));
        Message kit = caller.voice()
                .kit()
                .of(request, login(request), desk.entrance().ports(), objection(caller, Deed.REVEAL, request));
        Decision recorded = () -> desk.chronicle().noted("access-shown", request, caller.author(), "");
        return recorded.and(desk.reply(caller, kit));
    }

    private Optional<Line> objection(Caller caller, Deed deed, RescueRequest request) {
        Optional<Objection> objection = desk.access()
                .may(caller.person().id(), deed, request.device().id())
                .refusal();
        return objection.map(caller.voice().reasons()::objection);
    }

    private Optional<String> login(RescueRequest request) {
        DeviceId device = request.device().id();
        Optional<String> known = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        return known.or(() -> desk.devices().loginName(device));
    }
}
