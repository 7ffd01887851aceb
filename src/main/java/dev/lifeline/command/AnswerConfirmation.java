package dev.lifeline.command;

import dev.lifeline.message.Forms;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;

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
        Move move = request.confirm(
                caller.requester(), yes, electorate(request), desk.clock().instant());
        return moving.whereAllowed(caller, request, move, stepUp.objection(caller, request));
    }

    /** Slack is asked who they are only where a Yes still counts: a late click is told so, whatever Slack says. */
    private Electorate electorate(RescueRequest request) {
        if (!(request.stage() instanceof AwaitingConfirmation)) return Electorate.UNNAMED;
        Plan plan = request.plan();
        return desk.electing().electorate(plan.clearance().agreement(), plan.requester());
    }

    Decision cancel(Caller caller, RescueRequest request) {
        return moving.written(
                caller, request, request.cancel(caller.requester(), desk.clock().instant()));
    }
}
