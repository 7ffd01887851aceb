package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.ManualLinkDenial;
import dev.lifeline.access.ManualLinkRules;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.LinkReplies;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /rescue link @person USERNAME}: a user manager says who somebody is. The buttons carry two ids and no rights: everything is
 * checked again at the press, so a forged one does what the same person could have typed.
 */
public final class AssignLinkHandler {

    private static final Pattern BUTTON_VALUE = Pattern.compile("([A-Z0-9]{2,40})/([1-9]\\d{0,17})");

    private final HandlerContext context;
    private final ManualLinkRules linkRules;
    private final LinkNotifications notifications;

    public AssignLinkHandler(HandlerContext context) {
        this.context = context;
        this.linkRules = new ManualLinkRules(context.linkServices().cloudUsers());
        this.notifications = new LinkNotifications(context);
    }

    public Effects askConfirmation(Caller caller, SlackUserId whom, String username) {
        return ifAllowed(
                caller,
                whom,
                () -> context.linkServices().cloudUsers().findByUsername(username),
                (slackUser, user) -> context.reply(
                        caller, replies(caller).confirmAssign(whom, user, whom.value() + "/" + user.id())));
    }

    public Effects confirm(Caller caller, String subject) {
        Matcher ids = BUTTON_VALUE.matcher(subject);
        if (!ids.matches())
            return context.reply(caller, CommandReplies.in(caller.locale()).unknownAction());
        SlackUserId whom = new SlackUserId(ids.group(1));
        CloudUserId user = new CloudUserId(Long.parseLong(ids.group(2)));
        return ifAllowed(
                caller,
                whom,
                () -> context.linkServices().cloudUsers().findById(user),
                (slackUser, found) -> assign(caller, slackUser, found));
    }

    public Effects cancel(Caller caller) {
        return context.reply(caller, replies(caller).assignCancelled());
    }

    /** What is done once nothing objects. */
    private interface LinkAction {
        Effects apply(SlackUser slackUser, CloudUser user);
    }

    /** Nothing is looked up for somebody who may not ask. */
    private Effects ifAllowed(
            Caller caller, SlackUserId whom, Supplier<Optional<CloudUser>> lookUp, LinkAction linkAction) {
        if (!ManualLinkRules.isUserManager(caller.cloudUser()))
            return deny(caller, whom, ManualLinkDenial.NOT_USER_MANAGER);
        if (caller.slackUser().id().equals(whom)) return deny(caller, whom, ManualLinkDenial.SELF);
        Optional<SlackUser> known = findSlackUser(whom);
        if (known.isEmpty()) return deny(caller, whom, ManualLinkDenial.NOT_WORKSPACE_MEMBER);
        SlackUser slackUser = known.get();
        Optional<CloudUser> user = lookUp.get();
        Optional<ManualLinkDenial> objection = linkRules.denial(caller.cloudUser(), slackUser, user);
        return objection
                .map(stands -> deny(caller, whom, stands))
                .orElseGet(() -> linkAction.apply(slackUser, user.orElseThrow()));
    }

    /** Whom Slack says nothing about, nobody is bound to. */
    private Optional<SlackUser> findSlackUser(SlackUserId whom) {
        try {
            return Optional.of(context.linkServices().slackUsers().get(whom));
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Optional.empty();
        }
    }

    private Effects deny(Caller caller, SlackUserId whom, ManualLinkDenial why) {
        Effects noted = () -> context.recorder()
                .recordAction("refused-bind", caller.actor(), Map.of("person", whom.value(), "because", why.name()));
        return noted.and(context.reply(caller, replies(caller).assignDenied(why)));
    }

    private Effects assign(Caller caller, SlackUser slackUser, CloudUser user) {
        SlackUserId by = caller.slackUser().id();
        Effects kept = () -> context.linkServices()
                .accountLinks()
                .save(AccountLink.assigned(
                        slackUser, user.id(), by, context.clock().instant()));
        Map<String, String> whom = Map.of("person", slackUser.id().value(), "to", user.username());
        return kept.and(() -> context.recorder().recordAction("bound", caller.actor(), whom))
                .and(context.reply(caller, replies(caller).assigned(slackUser.id(), user)))
                .and(notifications.assigned(slackUser, user, by));
    }

    private static LinkReplies replies(Caller caller) {
        return LinkReplies.in(caller.locale());
    }
}
