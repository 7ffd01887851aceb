package dev.lifeline.app;

import dev.lifeline.handler.RequestButtonHandler;
import dev.lifeline.handler.rescue.ManualOutcomeHandler;
import dev.lifeline.handler.rescue.RescueButtonHandler;
import dev.lifeline.message.model.Action;
import java.util.Map;

/** The buttons that end a rescue, those that do not yet or make it needless, and those by which a person says how it ended. */
final class ExitButtons {

    private ExitButtons() {}

    static void add(
            Map<Action, RequestButtonHandler> buttons, RescueButtonHandler handler, ManualOutcomeHandler outcomes) {
        buttons.put(Action.EXIT, (caller, request, input) -> handler.exit(caller, request, false));
        buttons.put(Action.CONFIRM_EXIT, (caller, request, input) -> handler.exit(caller, request, false));
        buttons.put(Action.EXIT_HARD, (caller, request, input) -> handler.exit(caller, request, true));
        buttons.put(Action.POWER_ON, (caller, request, input) -> handler.powerOn(caller, request));
        buttons.put(Action.STILL_NEEDED, (caller, request, input) -> handler.stillNeeded(caller, request));
        buttons.put(Action.TAKE_OVER, (caller, request, input) -> handler.takeOver(caller, request));
        buttons.put(Action.KEEP_IN_RESCUE, (caller, request, input) -> handler.keepInRescue(caller, request));
        buttons.put(Action.REPORT_LOGIN, (caller, request, input) -> outcomes.reportLogin(caller, request));
        buttons.put(Action.REPORT_BACK, (caller, request, input) -> outcomes.reportBack(caller, request));
        buttons.put(Action.CLOSE_BY_HAND, outcomes::close);
    }
}
