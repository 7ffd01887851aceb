package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import java.util.Optional;

/** What is made of a move that a caller asked for? It is written down where they may make it, else explained to them alone. */
final class Moving {

    private final Desk desk;

    Moving(Desk desk) {
        this.desk = desk;
    }

    /** Rights are read again at the click; a move that makes none needs none. */
    Decision whereAllowed(Caller caller, RescueRequest request, Move move) {
        return whereAllowed(caller, request, Deed.LAUNCH, move);
    }

    Decision whereAllowed(Caller caller, RescueRequest request, Deed deed, Move move) {
        if (move.moved().isEmpty()) return written(caller, request, move);
        Optional<Objection> objection = desk.access()
                .may(caller.person().id(), deed, request.device().id())
                .refusal();
        if (objection.isEmpty()) return written(caller, request, move);
        Message answer = Message.saying(caller.voice().reasons().objection(objection.get()));
        return desk.refuse(caller, "click", request.device().id().toString(), answer);
    }

    /** A move is written down and so seen by all; one that was none is explained to the caller alone. */
    Decision written(Caller caller, RescueRequest request, Move move) {
        if (move instanceof Move.Moved moved) return () -> desk.chronicle().write(moved, caller.author());
        Move.Stayed stayed = (Move.Stayed) move;
        return desk.reply(caller, caller.voice().reasons().stayed(stayed.reason(), request));
    }
}
