package dev.lifeline.app;

import dev.lifeline.handler.CommandHandler;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.link.AssignLinkHandler;
import dev.lifeline.handler.link.ListLinksHandler;
import dev.lifeline.handler.link.StartLinkHandler;
import dev.lifeline.handler.link.UnlinkHandler;
import dev.lifeline.message.model.SealedTypeMap;

/** The commands about links of Slack users to cloud users. */
final class LinkCommands {

    private LinkCommands() {}

    static void add(
            SealedTypeMap.Builder<RescueCommand, CommandHandler> commands,
            StartLinkHandler start,
            UnlinkHandler unlink,
            AssignLinkHandler assign,
            ListLinksHandler list) {
        commands.when(
                        RescueCommand.LinkSelf.class,
                        command -> caller -> start.handle(caller.interaction(), caller.slackUser()))
                .when(
                        RescueCommand.UnlinkSelf.class,
                        command -> caller -> unlink.unlinkSelf(caller.interaction(), caller.slackUser()))
                .when(
                        RescueCommand.AssignLink.class,
                        command -> caller -> assign.askConfirmation(caller, command.user(), command.username()))
                .when(RescueCommand.UnlinkUser.class, command -> caller -> unlink.unlinkOther(caller, command.user()))
                .when(RescueCommand.ListLinks.class, command -> list::handle);
    }
}
