package dev.lifeline.command;

import dev.lifeline.message.Forms;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stay;
import java.util.Optional;

/** Yes and No on a request's card. */
final class AnswerConfirmation {

    private final Desk desk;
    private final Moving moving;
    private final StepUp stepUp;

    AnswerConfirmation(Desk desk) {
        this.desk = desk;
        this.stepUp = new StepUp(desk);
        this.moving = new Moving(desk);
    }

    Decision confirm(Caller caller, RescueRequest request, Given given, RescueSystem system) {
        Confirmation yes = new Confirmation(system, given.text(Forms.REASON), false);
        Electorate electorate = desk.electing()
                .electorate(
                        request.plan().clearance().agreement(), request.plan().requester());
        Move move = request.confirm(
                caller.requester(), yes, electorate, desk.clock().instant());
        Optional<Stay> objection = stepUp.objection(caller, request);
        if (move.moved().isPresent() && objection.isPresent())
            return moving.written(caller, request, new Move.Stayed(objection.get()));
        return moving.whereAllowed(caller, request, move);
    }

    Decision cancel(Caller caller, RescueRequest request) {
        return moving.written(
                caller, request, request.cancel(caller.requester(), desk.clock().instant()));
    }
}
