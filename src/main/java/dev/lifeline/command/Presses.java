package dev.lifeline.command;

import dev.lifeline.command.Ask.What.Pressed;
import dev.lifeline.message.Action;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Which button was pressed, and on which request? The button carries only an opaque id; what it means is looked up here. */
final class Presses {

    private final Desk desk;
    private final Map<Action, BiFunction<Caller, RescueRequest, Decision>> buttons = new EnumMap<>(Action.class);

    Presses(Desk desk, AnswerConfirmation confirmation, EndRescue end) {
        this.desk = desk;
        buttons.put(Action.CONFIRM, (who, what) -> confirmation.confirm(who, what, RescueSystem.AS_INSTALLED));
        buttons.put(Action.CONFIRM_LINUX, (who, what) -> confirmation.confirm(who, what, RescueSystem.LINUX));
        buttons.put(Action.CONFIRM_WINDOWS, (who, what) -> confirmation.confirm(who, what, RescueSystem.WINDOWS));
        buttons.put(Action.CANCEL, confirmation::cancel);
        buttons.put(Action.APPROVE, confirmation::approve);
        buttons.put(Action.DENY, confirmation::deny);
        buttons.put(Action.END, (who, what) -> end.end(who, what, false));
        buttons.put(Action.ASK_END, (who, what) -> end.end(who, what, false));
        buttons.put(Action.END_HARD, (who, what) -> end.end(who, what, true));
        buttons.put(Action.KEEP, end::keep);
        buttons.put(Action.LOGGED_IN, end::loggedIn);
    }

    Decision decide(Caller caller, Pressed pressed) {
        Optional<BiFunction<Caller, RescueRequest, Decision>> button =
                Action.of(pressed.action()).map(buttons::get);
        if (button.isEmpty()) return desk.reply(caller, caller.voice().answers().unknownAction());
        return request(pressed.subject())
                .map(request -> button.get().apply(caller, request))
                .orElseGet(() -> desk.reply(caller, caller.voice().answers().gone()));
    }

    private Optional<RescueRequest> request(String subject) {
        return RequestId.looksRight(subject) ? desk.requests().find(new RequestId(subject)) : Optional.empty();
    }
}
