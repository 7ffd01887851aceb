package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.LinkChangeDenial;
import dev.lifeline.access.LinkChangeRules;
import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.recording.Actor;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue unlink [@person]}: ends the caller's own link, or that of a user whose cloud user is below the caller's. */
public final class UnlinkHandler {

    private final LinkChangeRules rules;
    private final LinkRecorder linkRecorder;
    private final LinkNotifications notifications;
    private final Replies replies;

    public UnlinkHandler(
            LinkChangeRules rules, LinkRecorder linkRecorder, LinkNotifications notifications, Replies replies) {
        this.rules = rules;
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
        Optional<AccountLink> accountLink = activeLink(user);
        return rules.revocationDenial(new ActingUser(caller.slackUser().id(), caller.cloudUser()), user)
                .or(() -> accountLink.isEmpty() ? Optional.of(LinkChangeDenial.NOT_LINKED) : Optional.empty())
                .map(denial -> deny(caller, user, denial))
                .orElseGet(() -> unlink(caller, accountLink.orElseThrow()));
    }

    private Effects unlink(Caller caller, AccountLink accountLink) {
        SlackUserId user = accountLink.slackUserId();
        SlackUserId by = caller.slackUser().id();
        return linkRecorder
                .unlinked(accountLink, by, caller.actor())
                .and(replies.reply(caller, LinkReplies.in(caller.locale()).unlinked(user)))
                .and(notifications.unlinked(user, by));
    }

    private Effects deny(Caller caller, SlackUserId user, LinkChangeDenial denial) {
        Map<String, String> details = Map.of("slack-user", user.value(), "denial-reason", denial.name());
        return replies.deny(
                caller, "unlink", "", details, LinkReplies.in(caller.locale()).unlinkDenied(user, denial));
    }

    private Optional<AccountLink> activeLink(SlackUserId user) {
        return linkRecorder.current(user).filter(AccountLink::isActive);
    }
}
