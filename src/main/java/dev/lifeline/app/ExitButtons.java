package dev.lifeline.app;

import dev.lifeline.handler.RequestButtonHandler;
import dev.lifeline.handler.rescue.RescueButtonHandler;
import dev.lifeline.message.model.Action;
import java.util.Map;

/** The buttons that end a rescue, the one that does not, and the one that may make a rescue needless. */
final class ExitButtons {

    private ExitButtons() {}

    static void add(Map<Action, RequestButtonHandler> buttons, RescueButtonHandler handler) {
        buttons.put(Action.EXIT, (caller, request, input) -> handler.exit(caller, request, false));
        buttons.put(Action.CONFIRM_EXIT, (caller, request, input) -> handler.exit(caller, request, false));
        buttons.put(Action.EXIT_HARD, (caller, request, input) -> handler.exit(caller, request, true));
        buttons.put(Action.POWER_ON, (caller, request, input) -> handler.powerOn(caller, request));
        buttons.put(Action.KEEP_IN_RESCUE, (caller, request, input) -> handler.keepInRescue(caller, request));
    }
}
