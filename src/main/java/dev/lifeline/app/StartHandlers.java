package dev.lifeline.app;

import dev.lifeline.handler.ButtonHandler;
import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.rescue.ReasonQuestionHandler;
import dev.lifeline.handler.rescue.StartDrillHandler;
import dev.lifeline.handler.rescue.StartRescueHandler;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.SealedTypeMap;
import java.util.Map;

/** What opens a request. */
record StartHandlers(StartRescueHandler rescue, StartDrillHandler drill, ReasonQuestionHandler reasonQuestion) {

    void addCommands(SealedTypeMap.Builder<RescueCommand, CommandHandler> commands) {
        commands.when(
                        RescueCommand.Launch.class,
                        command -> caller -> rescue.handle(caller, command.device(), command.reason()))
                .when(
                        RescueCommand.LaunchWithWords.class,
                        command -> caller -> reasonQuestion.handle(caller, command.device(), command.words()))
                .when(
                        RescueCommand.StartDrill.class,
                        command -> caller -> drill.handle(caller, command.device(), command.reason()));
    }

    void addButtons(Map<Action, ButtonHandler> buttons) {
        buttons.put(Action.START, rescue::handleChoice);
        buttons.put(Action.START_WITH_REASON, rescue::handleChoice);
        buttons.put(Action.START_DRILL, (caller, value) -> drill.handle(caller, "", ""));
    }
}
