package dev.lifeline.handler.link;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.LinkChangeDenial;
import dev.lifeline.access.LinkChangeRules;
import dev.lifeline.access.LinkChangeRules.ActingUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.AccountReference;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.LinkReplies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code /rescue link @person USERNAME}: a user manager assigns a cloud user to a Slack user, after a confirmation; of several accounts, a user
 * of the one that is named before the user name, else of the first in which the caller manages users. The buttons of the
 * confirmation carry two ids and no rights: every rule is evaluated again at the click, so that a forged value does no more than the same
 * caller could have typed (promise P9).
 */
public final class AssignLinkHandler {

    private static final Pattern BUTTON_VALUE =
            Pattern.compile("((?:[A-Z0-9]{2,40}/)?[A-Z0-9]{2,40})/((?:[a-z][a-z0-9-]{0,19}/)?[1-9]\\d{0,17})");

    private final LinkChangeRules rules;
    private final SlackUsers slackUsers;
    private final LinkRecorder linkRecorder;
    private final LinkNotifications notifications;
    private final Replies replies;

    public AssignLinkHandler(
            LinkChangeRules rules,
            SlackUsers slackUsers,
            LinkRecorder linkRecorder,
            LinkNotifications notifications,
            Replies replies) {
        this.rules = rules;
        this.slackUsers = slackUsers;
        this.linkRecorder = linkRecorder;
        this.notifications = notifications;
        this.replies = replies;
    }

    /** Asks for confirmation; nothing is changed. */
    public Effects askConfirmation(Caller caller, SlackUserId target, String username) {
        AccountReference reference = AccountReference.parse(username, accounts(caller));
        Caller manager = manager(caller, reference);
        if (reference.account().filter(account -> caller.in(account).isEmpty()).isPresent())
            return deny(caller, target, LinkChangeDenial.NOT_USER_MANAGER);
        return ifAllowed(
                manager,
                target,
                cloudUsers -> cloudUsers.findByUsername(reference.name()),
                (link, slackUser, user) -> replies.reply(
                        caller, texts(caller).confirmAssign(target, user, target.value() + "/" + user.id())));
    }

    private static List<AccountName> accounts(Caller caller) {
        return Stream.concat(
                        caller.cloudUsers().stream().map(user -> user.id().account()),
                        caller.elsewhere().keySet().stream())
                .toList();
    }

    /** The caller as the user of the account that is named, else of one in which they manage users. */
    private static Caller manager(Caller caller, AccountReference reference) {
        return reference
                .account()
                .flatMap(caller::in)
                .or(() -> caller.cloudUsers().stream()
                        .filter(LinkChangeRules::isUserManager)
                        .findFirst()
                        .map(caller::as))
                .orElse(caller);
    }

    /** Yes. */
    public Effects confirm(Caller caller, String buttonValue) {
        Matcher ids = BUTTON_VALUE.matcher(buttonValue);
        if (!ids.matches())
            return replies.reply(caller, CommandReplies.in(caller.locale()).unknownAction());
        SlackUserId target = new SlackUserId(ids.group(1));
        CloudUserId user = CloudUserId.parse(ids.group(2));
        Caller manager = caller.in(user.account()).orElse(caller);
        return ifAllowed(
                manager,
                target,
                cloudUsers -> cloudUsers.findById(user),
                (link, slackUser, found) -> assign(manager, link, slackUser, found));
    }

    /** No. */
    public Effects cancel(Caller caller) {
        return replies.reply(caller, texts(caller).assignCancelled());
    }

    /** What follows from an assignment that is allowed. */
    @FunctionalInterface
    private interface AllowedAssignment {
        Effects apply(Optional<AccountLink> judged, SlackUser slackUser, CloudUser user);
    }

    /** Looks nothing up for a caller who may not ask. */
    private Effects ifAllowed(
            Caller caller,
            SlackUserId target,
            Function<CloudUsers, Optional<CloudUser>> lookUp,
            AllowedAssignment allowed) {
        if (!LinkChangeRules.isUserManager(caller.cloudUser()))
            return deny(caller, target, LinkChangeDenial.NOT_USER_MANAGER);
        Optional<SlackUser> slackUser = findSlackUser(target);
        if (slackUser.isEmpty()) return deny(caller, target, LinkChangeDenial.NOT_WORKSPACE_MEMBER);
        Optional<AccountLink> judged =
                linkRecorder.current(target, caller.cloudUser().id().account());
        LinkChangeRules.Assignment assignment = rules.assign(manager(caller), slackUser.get(), lookUp);
        return assignment
                .denial()
                .map(denial -> deny(caller, target, denial))
                .orElseGet(() -> allowed.apply(
                        judged, slackUser.get(), assignment.cloudUser().orElseThrow()));
    }

    private static ActingUser manager(Caller caller) {
        return new ActingUser(caller.slackUser().id(), caller.cloudUser());
    }

    private Optional<SlackUser> findSlackUser(SlackUserId target) {
        try {
            return Optional.of(slackUsers.get(target));
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Optional.empty();
        }
    }

    private Effects deny(Caller caller, SlackUserId target, LinkChangeDenial denial) {
        Map<String, String> details = Map.of("slack-user", target.value(), "denial-reason", denial.name());
        return replies.deny(caller, "bind", "", details, texts(caller).assignDenied(target, denial));
    }

    private Effects assign(Caller caller, Optional<AccountLink> judged, SlackUser slackUser, CloudUser user) {
        return linkRecorder
                .assigned(caller, judged, slackUser, user)
                .and(replies.reply(caller, texts(caller).assigned(slackUser.id(), user)))
                .and(notifications.assigned(slackUser, user, caller.slackUser().id()));
    }

    private static LinkReplies texts(Caller caller) {
        return LinkReplies.in(caller.locale());
    }
}
