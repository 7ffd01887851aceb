package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.device.Login;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.message.Message;
import dev.lifeline.message.RevealAnswers;
import dev.lifeline.message.Window;
import dev.lifeline.message.Windows.Sight;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.RescueRequest;
import java.util.List;
import java.util.Optional;

/**
 * <em>Reveal password</em>: by the presser's own right, read at the press, into the window that opened for them. That they saw it is on
 * the record before it is read: whoever dies in between has claimed too much, never too little (promises P6 and P8, decision 0011).
 */
final class RevealPassword {

    private final Desk desk;

    RevealPassword(Desk desk) {
        this.desk = desk;
    }

    Decision reveal(Caller caller, RescueRequest request, Given given) {
        RevealAnswers answers = caller.voice().reveal();
        String device = request.device().id().toString();
        List<Objection> objections = desk.access()
                .may(caller.person().id(), Deed.REVEAL, request.device().id())
                .objections();
        if (!objections.isEmpty()) return desk.refuse(caller, "reveal", device, objections);
        if (!request.stage().enterable()) return desk.refuse(caller, "reveal", device, answers.notEnterable(request));
        return given.window()
                .map(window -> revealed(caller, request, window))
                .orElseGet(() -> desk.reply(caller, answers.noWindow(request)));
    }

    private Decision revealed(Caller caller, RescueRequest request, Window window) {
        Decision recorded = () -> {
            if (!stillEnterable(request)) throw new LostRace(request.id());
            note(caller, request, "password-revealed", "");
        };
        return recorded.andAfterwards(() -> read(caller, request, window));
    }

    private boolean stillEnterable(RescueRequest request) {
        return desk.requests()
                .find(request.id())
                .filter(now -> now.stage().enterable())
                .isPresent();
    }

    private void read(Caller caller, RescueRequest request, Window window) {
        RevealAnswers answers = caller.voice().reveal();
        try {
            Optional<Login> login =
                    desk.entrance().passwords().onRecord(request.device().id());
            if (login.isPresent()) show(caller, request, window, login.get());
            else failed(caller, request, answers.noneOnRecord(request), "none on record");
        } catch (ProviderUnreachable away) {
            failed(caller, request, answers.providerAway(request), "the provider did not answer");
        }
    }

    private void show(Caller caller, RescueRequest request, Window window, Login login) {
        RevealAnswers answers = caller.voice().reveal();
        try (login) {
            Sight sight =
                    desk.entrance().windows().show(window, answers.above(request, login.username()), login.password());
            if (sight == Sight.NOT_SHOWN) failed(caller, request, answers.noWindow(request), "the window was gone");
            if (sight == Sight.UNKNOWN)
                desk.announcer().privately(caller.ask().audience(), answers.perhapsShown(request));
        }
    }

    /** The record says by now that it was revealed: a line more says that it was not. */
    private void failed(Caller caller, RescueRequest request, Message answer, String because) {
        note(caller, request, "password-not-revealed", because);
        desk.tell(caller.ask(), answer);
    }

    private void note(Caller caller, RescueRequest request, String what, String detail) {
        desk.chronicle().noted(what, request, caller.author(), detail);
    }
}
