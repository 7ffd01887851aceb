package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.approval.Policy;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import java.util.Optional;

/** Yes and No on a request's card, and Approve and Deny where the policy asks others. */
final class AnswerConfirmation {

    private final Desk desk;
    private final Policy policy;

    AnswerConfirmation(Desk desk, Policy policy) {
        this.desk = desk;
        this.policy = policy;
    }

    Decision confirm(Caller caller, RescueRequest request, RescueSystem system) {
        Clearance clearance = policy.clearance(request.plan());
        Move move = request.confirm(
                caller.requester(), system, clearance, desk.clock().instant());
        return whereAllowed(caller, request, move);
    }

    Decision cancel(Caller caller, RescueRequest request) {
        return written(
                caller, request, request.cancel(caller.requester(), desk.clock().instant()));
    }

    Decision approve(Caller caller, RescueRequest request) {
        Clearance clearance = policy.clearance(request.plan());
        Move move = request.approve(caller.requester(), clearance, desk.clock().instant());
        return whereAllowed(caller, request, move);
    }

    Decision deny(Caller caller, RescueRequest request) {
        Move move = request.deny(caller.requester(), desk.clock().instant());
        return whereAllowed(caller, request, move);
    }

    /** Rights are read again at the click; a move that makes none needs none. */
    private Decision whereAllowed(Caller caller, RescueRequest request, Move move) {
        if (move.moved().isEmpty()) return written(caller, request, move);
        Optional<Objection> objection = desk.access()
                .may(caller.person().id(), Deed.LAUNCH, request.device().id())
                .refusal();
        if (objection.isEmpty()) return written(caller, request, move);
        Message answer = Message.saying(caller.voice().reasons().objection(objection.get()));
        return desk.refuse(caller, "click", request.device().id().toString(), answer);
    }

    /** A move is written down and so seen by all; one that was none is explained to the caller alone. */
    private Decision written(Caller caller, RescueRequest request, Move move) {
        if (move instanceof Move.Moved moved) return () -> desk.chronicle().write(moved, caller.author());
        Move.Stayed stayed = (Move.Stayed) move;
        return desk.reply(caller, caller.voice().reasons().stayed(stayed.reason(), request));
    }
}
