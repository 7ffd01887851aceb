package dev.lifeline.app;

import dev.lifeline.app.HandlerPorts.StorePorts;
import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.query.HistoryHandler;
import dev.lifeline.handler.query.ListDevicesHandler;
import dev.lifeline.handler.query.SendTimelineHandler;
import dev.lifeline.handler.query.StatusHandler;
import dev.lifeline.message.model.SealedTypeMap;
import dev.lifeline.recording.RescueHistory;

/** The commands that show devices and rescues. */
final class QueryCommands {

    private QueryCommands() {}

    static void add(
            SealedTypeMap.Builder<RescueCommand, CommandHandler> commands,
            StorePorts store,
            ListDevicesHandler list,
            DeviceLookup deviceLookup,
            Replies replies) {
        RescueHistory rescueHistory = store.recorder().history();
        StatusHandler status = new StatusHandler(deviceLookup, store.requests(), replies);
        HistoryHandler history = new HistoryHandler(deviceLookup, store.requests(), rescueHistory, replies);
        SendTimelineHandler timeline = timeline(store, deviceLookup, replies);
        commands.when(RescueCommand.ListDevices.class, command -> caller -> list.handle(caller, command.text()))
                .when(RescueCommand.Status.class, command -> caller -> status.handle(caller, command.device()))
                .when(RescueCommand.History.class, command -> caller -> history.handle(caller, command.device()))
                .when(RescueCommand.Timeline.class, command -> caller -> timeline.handle(caller, command.device()));
    }

    static SendTimelineHandler timeline(StorePorts store, DeviceLookup deviceLookup, Replies replies) {
        return new SendTimelineHandler(
                deviceLookup, store.requests(), store.recorder().history(), store.notifier(), replies);
    }
}
