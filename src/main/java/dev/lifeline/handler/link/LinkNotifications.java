package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.rescue.ChannelId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Notifies those whom a link concerns: the linked user, and every other user of the same cloud user, so that the use of a stolen API key
 * shows itself.
 */
public final class LinkNotifications {

    private final AccountLinks accountLinks;
    private final Notifier notifier;
    private final UserLocales locales;

    public LinkNotifications(AccountLinks accountLinks, Notifier notifier, UserLocales locales) {
        this.accountLinks = accountLinks;
        this.notifier = notifier;
        this.locales = locales;
    }

    /** After a link by an API key. */
    Effects linkedByKey(SlackUser slackUser, CloudUser user) {
        return notifyUser(slackUser.id(), replies -> replies.linked(user)).and(notifyOthers(slackUser, user));
    }

    /** After a user manager assigned a link. */
    Effects assigned(SlackUser slackUser, CloudUser user, SlackUserId by) {
        return notifyUser(slackUser.id(), replies -> replies.assignedBy(by, user))
                .and(notifyOthers(slackUser, user));
    }

    /** After a user manager ended a link. */
    Effects unlinked(SlackUserId user, SlackUserId by) {
        return notifyUser(user, replies -> replies.unlinkedBy(by));
    }

    private Effects notifyOthers(SlackUser slackUser, CloudUser user) {
        return accountLinks.findByCloudUser(user.id()).stream()
                .filter(accountLink -> !accountLink.slackUserId().equals(slackUser.id()))
                .map(link -> notifyUser(link.slackUserId(), replies -> replies.alsoLinked(slackUser.id(), user)))
                .reduce(() -> {}, Effects::and);
    }

    /** A direct message, because the user has not asked in any channel. Composed now, written with the effects. */
    private Effects notifyUser(SlackUserId user, Function<LinkReplies, Message> text) {
        Recipient recipient = new Recipient(user, new ChannelId(user.value()), Optional.empty());
        Message message = text.apply(LinkReplies.in(locales.find(user)));
        return () -> notifier.sendEphemeral(recipient, message);
    }
}
