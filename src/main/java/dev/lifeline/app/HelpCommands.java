package dev.lifeline.app;

import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.query.HelpHandler;
import dev.lifeline.message.model.SealedTypeMap;

/** The commands that are answered with help: asked for, incomplete or unknown. */
final class HelpCommands {

    private HelpCommands() {}

    static void add(SealedTypeMap.Builder<RescueCommand, CommandHandler> commands, Replies replies) {
        HelpHandler help = new HelpHandler(replies);
        commands.when(RescueCommand.Help.class, command -> help::help)
                .when(RescueCommand.Unknown.class, command -> caller -> help.unknownCommand(caller, command.text()))
                .when(
                        RescueCommand.MissingDevice.class,
                        command -> caller -> help.deviceRequired(caller, command.subcommand()))
                .when(
                        RescueCommand.AccessWithoutMention.class,
                        command -> caller -> help.mentionRequired(caller, command.text()))
                .when(RescueCommand.LinkWithoutMention.class, command -> help::assignLinkUsage);
    }
}
