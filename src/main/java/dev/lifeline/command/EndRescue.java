package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.device.Condition;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import java.util.Set;

/** The buttons of a device that boots or runs the rescue kernel: end it, power-cycle it, keep it, "I'm in". */
final class EndRescue {

    private final Desk desk;
    private final Moving moving;

    EndRescue(Desk desk) {
        this.desk = desk;
        this.moving = new Moving(desk);
    }

    Decision end(Caller caller, RescueRequest request, boolean hard) {
        Move move = request.leave(caller.requester(), hard, desk.clock().instant());
        return moving.whereAllowed(caller, request, Deed.RETURN, move);
    }

    Decision keep(Caller caller, RescueRequest request) {
        return desk.reply(caller, caller.voice().answers().kept(request));
    }

    /** A person's word that the rescue kernel is up, for where the bot cannot knock. */
    Decision loggedIn(Caller caller, RescueRequest request) {
        DeviceId device = request.device().id();
        Condition condition = desk.devices().look(Set.of(device)).getOrDefault(device, Condition.UNTOLD);
        Baseline seen = Baseline.of(condition, new Knock.Silent());
        Move move = request.loggedIn(seen, desk.clock().instant());
        return moving.whereAllowed(caller, request, Deed.LAUNCH, named(move, device));
    }

    private Move named(Move move, DeviceId device) {
        return move.moved()
                .<Move>map(moved ->
                        new Move.Moved(moved.next().knowing(desk.devices().loginName(device)), moved.happened()))
                .orElse(move);
    }
}
