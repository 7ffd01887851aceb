package dev.lifeline.handler;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.access.AccessOverviewHandler;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.RescueCommand.Access;
import dev.lifeline.handler.inbox.RescueCommand.AccessWithoutMention;
import dev.lifeline.handler.inbox.RescueCommand.Exit;
import dev.lifeline.handler.inbox.RescueCommand.Launch;
import dev.lifeline.handler.inbox.RescueCommand.MissingDevice;
import dev.lifeline.handler.inbox.RescueCommand.Status;
import dev.lifeline.handler.inbox.RescueCommand.Unknown;
import dev.lifeline.handler.inbox.RescueCommand.WhoAmI;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.handler.link.AssignLinkHandler;
import dev.lifeline.handler.link.ListLinksHandler;
import dev.lifeline.handler.link.StartLinkHandler;
import dev.lifeline.handler.link.UnlinkHandler;
import dev.lifeline.handler.query.HistoryHandler;
import dev.lifeline.handler.query.ListDevicesHandler;
import dev.lifeline.handler.query.SendTimelineHandler;
import dev.lifeline.handler.query.StatusHandler;
import dev.lifeline.handler.query.WhoAmIHandler;
import dev.lifeline.handler.rescue.ExitCommandHandler;
import dev.lifeline.handler.rescue.StartRescueHandler;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.Help;
import dev.lifeline.message.reply.LinkReplies;
import java.util.Optional;

/** Who at the desk takes which command? */
final class CommandRouter {

    private final HandlerContext context;
    private final StartRescueHandler startRescue;
    private final ListDevicesHandler listDevices;
    private final StatusHandler status;
    private final ExitCommandHandler exit;
    private final WhoAmIHandler whoAmI;
    private final AccessOverviewHandler accessOverview;
    private final StartLinkHandler startLink;
    private final AssignLinkHandler assignLink;
    private final UnlinkHandler unlink;
    private final ListLinksHandler listLinks;
    private final HistoryHandler history;
    private final SendTimelineHandler timeline;

    CommandRouter(HandlerContext context) {
        DeviceLookup deviceLookup = new DeviceLookup(context);
        this.context = context;
        this.startRescue = new StartRescueHandler(context, deviceLookup);
        this.listDevices = new ListDevicesHandler(context, deviceLookup);
        this.status = new StatusHandler(context, deviceLookup);
        this.exit = new ExitCommandHandler(context, deviceLookup);
        this.whoAmI = new WhoAmIHandler(context);
        this.accessOverview = new AccessOverviewHandler(context, deviceLookup);
        this.startLink = new StartLinkHandler(context);
        this.assignLink = new AssignLinkHandler(context);
        this.unlink = new UnlinkHandler(context);
        this.listLinks = new ListLinksHandler(context);
        this.history = new HistoryHandler(context, deviceLookup);
        this.timeline = new SendTimelineHandler(context, deviceLookup);
    }

    Effects handle(Caller caller, String text) {
        RescueCommand command = RescueCommand.parse(text);
        if (command instanceof Launch wanted) return startRescue.handle(caller, wanted.device());
        if (command instanceof RescueCommand.ListDevices wanted) return listDevices.handle(caller, wanted.text());
        if (command instanceof Status wanted) return status.handle(caller, wanted.device());
        if (command instanceof Exit wanted) return exit.handle(caller, wanted.device());
        if (command instanceof RescueCommand.History wanted) return history.handle(caller, wanted.device());
        if (command instanceof RescueCommand.Timeline wanted) return timeline.handle(caller, wanted.device());
        if (command instanceof WhoAmI) return whoAmI.handle(caller);
        if (command instanceof Access wanted) return accessOverview.handle(caller, wanted);
        return handleLinkCommand(caller, command).orElseGet(() -> replyWithHelp(caller, command));
    }

    /** What everybody of the workspace may, known on the account or not; empty for anything else. */
    Optional<Effects> handleUnlinkedUser(Interaction interaction, SlackUser slackUser, RescueCommand command) {
        if (command instanceof RescueCommand.LinkSelf) return Optional.of(startLink.handle(interaction, slackUser));
        if (command instanceof RescueCommand.UnlinkSelf) return Optional.of(unlink.unlinkSelf(interaction, slackUser));
        return Optional.empty();
    }

    private Optional<Effects> handleLinkCommand(Caller caller, RescueCommand command) {
        if (command instanceof RescueCommand.AssignLink wanted)
            return Optional.of(assignLink.askConfirmation(caller, wanted.user(), wanted.username()));
        if (command instanceof RescueCommand.UnlinkUser wanted)
            return Optional.of(unlink.unlinkOther(caller, wanted.user()));
        if (command instanceof RescueCommand.ListLinks) return Optional.of(listLinks.handle(caller));
        if (command instanceof RescueCommand.LinkWithoutMention)
            return Optional.of(
                    context.reply(caller, LinkReplies.in(caller.locale()).assignUsage()));
        return handleUnlinkedUser(caller.interaction(), caller.slackUser(), command);
    }

    private Effects replyWithHelp(Caller caller, RescueCommand command) {
        if (command instanceof Unknown unknown)
            return context.reply(caller, Help.in(caller.locale()).forUnknownCommand(unknown.text()));
        if (command instanceof MissingDevice without)
            return context.reply(
                    caller, CommandReplies.in(caller.locale()).deviceRequired((without.subcommand() + " web-07").strip()));
        if (command instanceof AccessWithoutMention nobody)
            return context.reply(caller, AccessReplies.in(caller.locale()).mentionRequired(nobody.text()));
        return context.reply(
                caller,
                Help.in(caller.locale())
                        .forAllowedOperations(deviceOperation ->
                                AccessRules.isAllowedForAnyType(deviceOperation, caller.cloudUser())));
    }
}
