package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.ManualLinkDenial;
import dev.lifeline.access.ManualLinkRules;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.recording.Actor;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue unlink [@person]}: ends the caller's own link, or that of a user whose cloud user is below the caller's. */
public final class UnlinkHandler {

    private final AccountLinks accountLinks;
    private final CloudUsers cloudUsers;
    private final LinkRecorder linkRecorder;
    private final LinkNotifications notifications;
    private final Replies replies;

    public UnlinkHandler(
            AccountLinks accountLinks,
            CloudUsers cloudUsers,
            LinkRecorder linkRecorder,
            LinkNotifications notifications,
            Replies replies) {
        this.accountLinks = accountLinks;
        this.cloudUsers = cloudUsers;
        this.linkRecorder = linkRecorder;
        this.notifications = notifications;
        this.replies = replies;
    }

    /**
     * Ends a user's own link, which every member of the workspace may do.
     *
     * @param slackUser a member of the workspace, with a cloud user or without
     */
    public Effects unlinkSelf(Interaction interaction, SlackUser slackUser) {
        LinkReplies texts = LinkReplies.in(slackUser.locale());
        Optional<AccountLink> accountLink = activeLink(slackUser.id());
        if (accountLink.isEmpty()) return replies.reply(interaction, texts.notLinked());
        Actor actor = new Actor(slackUser.id().value(), "");
        return linkRecorder
                .unlinked(accountLink.get(), slackUser.id(), actor)
                .and(replies.reply(interaction, texts.unlinked()));
    }

    public Effects unlinkOther(Caller caller, SlackUserId user) {
        if (caller.slackUser().id().equals(user)) return unlinkSelf(caller.interaction(), caller.slackUser());
        LinkReplies texts = LinkReplies.in(caller.locale());
        if (!ManualLinkRules.isUserManager(caller.cloudUser())) return deny(caller, user, texts);
        Optional<AccountLink> accountLink = activeLink(user).filter(link -> mayUnlink(caller.cloudUser(), link));
        if (accountLink.isEmpty()) return replies.reply(caller, texts.notLinked(user));
        SlackUserId by = caller.slackUser().id();
        return linkRecorder
                .unlinked(accountLink.get(), by, caller.actor())
                .and(replies.reply(caller, texts.unlinked(user)))
                .and(notifications.unlinked(user, by));
    }

    private Effects deny(Caller caller, SlackUserId user, LinkReplies texts) {
        Message message = texts.assignDenied(ManualLinkDenial.NOT_USER_MANAGER);
        return replies.deny(caller, "unlink", "", Map.of("person", user.value()), message);
    }

    /** The owner may also end a link to a cloud user that is gone. */
    private boolean mayUnlink(CloudUser manager, AccountLink accountLink) {
        if (manager.masterLike()) return true;
        return cloudUsers
                .findById(accountLink.cloudUserId())
                .filter(user -> new ManualLinkRules(cloudUsers).canManage(manager, user))
                .isPresent();
    }

    private Optional<AccountLink> activeLink(SlackUserId user) {
        return accountLinks.find(user).filter(AccountLink::isActive);
    }
}
