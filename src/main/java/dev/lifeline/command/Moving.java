package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        return refusal(caller, request, deed).orElseGet(() -> written(caller, request, move));
    }

    /** The same, unless something else is said against it. */
    Decision whereAllowed(Caller caller, RescueRequest request, Move move, Optional<Stay> objection) {
        if (move.moved().isPresent() && objection.isPresent()) return stayed(caller, request, objection.get());
        return whereAllowed(caller, request, move);
    }

    /** What stands against the deed, read at this moment, with everybody who could help; empty where nothing does. */
    Optional<Decision> refusal(Caller caller, RescueRequest request, Deed deed) {
        List<Objection> objections = desk.access()
                .may(caller.person().id(), deed, request.device().id())
                .objections();
        if (objections.isEmpty()) return Optional.empty();
        Message answer = desk.refusal(caller, objections);
        return Optional.of(refused(caller, request, answer.plain()).and(desk.reply(caller, answer)));
    }

    /** A move is written down and so seen by all; one that was none is explained to the caller alone. */
    Decision written(Caller caller, RescueRequest request, Move move) {
        if (move instanceof Move.Moved moved) return () -> desk.chronicle().write(moved, caller.author());
        return stayed(caller, request, ((Move.Stayed) move).reason());
    }

    /** A click that changed nothing is on the record too: somebody tried. */
    Decision stayed(Caller caller, RescueRequest request, Stay stay) {
        String because = stay.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return refused(caller, request, because)
                .and(desk.reply(caller, caller.voice().reasons().stayed(stay, request)));
    }

    private Decision refused(Caller caller, RescueRequest request, String because) {
        Map<String, String> facts =
                Map.of("because", because, "action", caller.ask().action());
        return () -> desk.chronicle().refused("click", request, caller.author(), facts);
    }
}
