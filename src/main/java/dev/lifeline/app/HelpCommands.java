package dev.lifeline.app;

import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.query.DoctorHandler;
import dev.lifeline.handler.query.HelpHandler;
import dev.lifeline.handler.query.SelfCheck;
import dev.lifeline.message.model.SealedTypeMap;

/** The commands that are answered with help, asked for, incomplete or unknown, and the check of the installation. */
final class HelpCommands {

    private HelpCommands() {}

    static void add(
            SealedTypeMap.Builder<RescueCommand, CommandHandler> commands, SelfCheck selfCheck, Replies replies) {
        HelpHandler help = new HelpHandler(replies);
        DoctorHandler doctor = new DoctorHandler(selfCheck, replies);
        commands.when(RescueCommand.Doctor.class, command -> doctor::handle)
                .when(RescueCommand.Help.class, command -> help::help)
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
