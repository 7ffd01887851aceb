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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /rescue unlink [@person]}: ends the caller's own link, or that of a user whose cloud user is below the caller's; of several accounts, in
 * each in which there is one.
 */
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
        List<AccountLink> links = linkRecorder.active(slackUser.id());
        if (links.isEmpty()) return replies.reply(interaction, texts.notLinked());
        Actor actor = new Actor(slackUser.id().value(), "");
        return links.stream()
                .map(link -> linkRecorder.unlinked(link, slackUser.id(), actor))
                .reduce(() -> {}, Effects::and)
                .and(replies.reply(interaction, texts.unlinked()));
    }

    public Effects unlinkOther(Caller caller, SlackUserId user) {
        if (caller.slackUser().id().equals(user)) return unlinkSelf(caller.interaction(), caller.slackUser());
        List<Revocation> revocations = caller.cloudUsers().stream()
                .map(manager -> judge(caller.as(manager), user))
                .toList();
        List<AccountLink> allowed = revocations.stream()
                .filter(revocation -> revocation.denial().isEmpty())
                .flatMap(revocation -> revocation.link().stream())
                .toList();
        return allowed.isEmpty() ? deny(caller, user, mostTelling(revocations)) : unlink(caller, user, allowed);
    }

    /** A link in one account, and what prevents its end. */
    private record Revocation(Optional<AccountLink> link, Optional<LinkChangeDenial> denial) {}

    private Revocation judge(Caller manager, SlackUserId user) {
        Optional<AccountLink> link =
                linkRecorder.current(user, manager.cloudUser().id().account()).filter(AccountLink::isActive);
        Optional<LinkChangeDenial> denial = rules.revocationDenial(
                        new ActingUser(manager.slackUser().id(), manager.cloudUser()), user)
                .or(() -> link.isEmpty() ? Optional.of(LinkChangeDenial.NOT_LINKED) : Optional.empty());
        return new Revocation(link, denial);
    }

    /** That there is no link in one account says nothing where there is one in another. */
    private static LinkChangeDenial mostTelling(List<Revocation> revocations) {
        return revocations.stream()
                .flatMap(revocation -> revocation.denial().stream())
                .filter(denial -> denial != LinkChangeDenial.NOT_LINKED)
                .findFirst()
                .orElse(LinkChangeDenial.NOT_LINKED);
    }

    private Effects unlink(Caller caller, SlackUserId user, List<AccountLink> links) {
        SlackUserId by = caller.slackUser().id();
        return links.stream()
                .map(link -> linkRecorder.unlinked(link, by, caller.actor()))
                .reduce(() -> {}, Effects::and)
                .and(replies.reply(caller, LinkReplies.in(caller.locale()).unlinked(user)))
                .and(notifications.unlinked(user, by));
    }

    private Effects deny(Caller caller, SlackUserId user, LinkChangeDenial denial) {
        Map<String, String> details = Map.of("slack-user", user.value(), "denial-reason", denial.name());
        return replies.deny(
                caller, "unlink", "", details, LinkReplies.in(caller.locale()).unlinkDenied(user, denial));
    }
}
