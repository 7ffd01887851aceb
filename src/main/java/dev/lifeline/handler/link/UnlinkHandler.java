package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.ManualLinkDenial;
import dev.lifeline.access.ManualLinkRules;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.recording.Actor;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue unlink [@person]}: cuts one's own link, which anybody may, or that of somebody whose cloud user is below one's own. */
public final class UnlinkHandler {

    private final HandlerContext context;
    private final ManualLinkRules linkRules;
    private final LinkNotifications notifications;

    public UnlinkHandler(HandlerContext context) {
        this.context = context;
        this.linkRules = new ManualLinkRules(context.linkServices().cloudUsers());
        this.notifications = new LinkNotifications(context);
    }

    public Effects unlinkSelf(Interaction interaction, SlackUser slackUser) {
        LinkReplies replies = LinkReplies.in(slackUser.locale());
        Optional<AccountLink> accountLink = activeLink(slackUser.id());
        if (accountLink.isEmpty())
            return context.reply(interaction, replies.notLinked());
        Actor actor = new Actor(slackUser.id().value(), "");
        return unlink(accountLink.get(), slackUser.id(), actor)
                .and(context.reply(interaction, replies.unlinked()));
    }

    public Effects unlinkOther(Caller caller, SlackUserId whom) {
        if (caller.slackUser().id().equals(whom)) return unlinkSelf(caller.interaction(), caller.slackUser());
        if (!ManualLinkRules.isUserManager(caller.cloudUser())) return deny(caller, whom);
        Optional<AccountLink> accountLink = activeLink(whom).filter(one -> mayUnlink(caller.cloudUser(), one));
        if (accountLink.isEmpty())
            return context.reply(caller, LinkReplies.in(caller.locale()).notLinked(whom));
        SlackUserId by = caller.slackUser().id();
        return unlink(accountLink.get(), by, caller.actor())
                .and(context.reply(caller, LinkReplies.in(caller.locale()).unlinked(whom)))
                .and(notifications.unlinked(whom, by));
    }

    private Effects deny(Caller caller, SlackUserId whom) {
        Effects noted =
                () -> context.recorder().recordAction("refused-unlink", caller.actor(), Map.of("person", whom.value()));
        return noted.and(
                context.reply(caller, LinkReplies.in(caller.locale()).assignDenied(ManualLinkDenial.NOT_USER_MANAGER)));
    }

    /** The owner also cuts what leads to nobody any more. */
    private boolean mayUnlink(CloudUser manager, AccountLink accountLink) {
        if (manager.masterLike()) return true;
        return context.linkServices()
                .cloudUsers()
                .findById(accountLink.cloudUserId())
                .filter(user -> linkRules.canManage(manager, user))
                .isPresent();
    }

    private Optional<AccountLink> activeLink(SlackUserId person) {
        return context.linkServices().accountLinks().find(person).filter(AccountLink::isActive);
    }

    private Effects unlink(AccountLink accountLink, SlackUserId by, Actor actor) {
        return () -> {
            context.linkServices()
                    .accountLinks()
                    .save(accountLink.unlinked(by, context.clock().instant()));
            context.recorder()
                    .recordAction(
                            "unlinked",
                            actor,
                            Map.of(
                                    "person",
                                    accountLink.slackUserId().value(),
                                    "from",
                                    accountLink.cloudUserId().toString()));
        };
    }
}
