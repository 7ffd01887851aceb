package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/** Slack's own {@code /invite @user}: adds the bot, or another user, to a channel. */
record InviteAction(Workspace workspace) implements UserAction {

    static final String COMMAND = "/invite";

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException {
        String[] words = actionContext.text("types").orElse("").strip().split("\\s+");
        String name = words.length < 2 ? "" : words[1];
        User invited = workspace
                .users()
                .byHandleOrId(name)
                .orElseThrow(() -> new ImpossibleActionException(
                        "/invite needs a user",
                        workspace.users().all().stream().map(User::handle).toList()));
        Channel channel = actionContext.requireChannel();
        workspace.channels().addMember(channel.id(), invited.id());
        workspace.visibleState().changes().channelChanged(channel.id());
        return ActionResult.notDelivered(Optional.of(invited.handle() + " is in " + channel.name()));
    }
}
