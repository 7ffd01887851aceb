package dev.lifeline.handler.link;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.rescue.ChannelId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is told that somebody acts as a cloud user from now on? That person, and everybody who acts as that user already: a key that
 * somebody got hold of shows itself so.
 */
final class LinkNotifications {

    private final HandlerContext context;

    LinkNotifications(HandlerContext context) {
        this.context = context;
    }

    /** A key was shown. */
    Effects linkedByKey(SlackUser slackUser, CloudUser user) {
        return notifyUser(slackUser.id(), answers -> answers.linked(user)).and(notifyOthers(slackUser, user));
    }

    /** A user manager said so. */
    Effects assigned(SlackUser slackUser, CloudUser user, SlackUserId by) {
        return notifyUser(slackUser.id(), answers -> answers.assignedBy(by, user))
                .and(notifyOthers(slackUser, user));
    }

    /** Somebody else cut their link. */
    Effects unlinked(SlackUserId person, SlackUserId by) {
        return notifyUser(person, answers -> answers.unlinkedBy(by));
    }

    private Effects notifyOthers(SlackUser slackUser, CloudUser user) {
        return context.linkServices().accountLinks().findByCloudUser(user.id()).stream()
                .filter(accountLink -> !accountLink.slackUserId().equals(slackUser.id()))
                .map(link -> notifyUser(link.slackUserId(), answers -> answers.alsoLinked(slackUser.id(), user)))
                .reduce(() -> {}, Effects::and);
    }

    /** In the bot's own talk with them: they asked for nothing, so there is no other place. Worded now, written later. */
    private Effects notifyUser(SlackUserId person, Function<LinkReplies, Message> words) {
        Recipient alone = new Recipient(person, new ChannelId(person.value()), Optional.empty());
        Message message =
                words.apply(LinkReplies.in(locale(person)));
        return () -> context.notifier().sendEphemeral(alone, message);
    }

    private Locale locale(SlackUserId person) {
        try {
            return context.linkServices().slackUsers().get(person).locale();
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Locale.ENGLISH;
        }
    }
}
