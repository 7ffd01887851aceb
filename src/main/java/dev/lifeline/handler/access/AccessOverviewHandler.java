package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChangeRules;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.message.reply.AccessOverview;
import dev.lifeline.message.reply.AccessReplies;
import java.util.List;
import java.util.Optional;

/**
 * {@code /rescue access [@person] [DEVICE]}: what a user has and lacks, with a button for each change that the caller could make. Every
 * caller may ask about themselves, user managers about others.
 */
public final class AccessOverviewHandler {

    private final AccessCheck accessCheck;
    private final DeviceLookup deviceLookup;
    private final ChangeOffers changeOffers;
    private final Replies replies;

    public AccessOverviewHandler(
            AccessCheck accessCheck, DeviceLookup deviceLookup, ChangeOffers changeOffers, Replies replies) {
        this.accessCheck = accessCheck;
        this.deviceLookup = deviceLookup;
        this.changeOffers = changeOffers;
        this.replies = replies;
    }

    public Effects handle(Caller caller, RescueCommand.Access command) {
        SlackUserId target = command.user().orElse(caller.slackUser().id());
        Caller manager = manager(caller, target);
        List<DenialReason> denialReasons = denialReasons(manager, target);
        if (!denialReasons.isEmpty()) return replies.deny(caller, "access", "", denialReasons);
        return command.device().isEmpty()
                ? overview(manager, target, Optional.empty())
                : deviceLookup.withOne(
                        caller,
                        command.device(),
                        (user, device) -> overview(
                                user,
                                target,
                                Optional.of(device).filter(one -> !one.id().isSimulated())));
    }

    /** The caller as the user of the first account in which they manage users, where they ask about somebody else. */
    private static Caller manager(Caller caller, SlackUserId target) {
        if (isOwn(caller, target)) return caller;
        return caller.cloudUsers().stream()
                .filter(user -> AccessChangeRules.managerDenialReasons(user).isEmpty())
                .findFirst()
                .map(caller::as)
                .orElse(caller);
    }

    private static boolean isOwn(Caller caller, SlackUserId target) {
        return target.equals(caller.slackUser().id());
    }

    private static List<DenialReason> denialReasons(Caller caller, SlackUserId target) {
        return isOwn(caller, target) ? List.of() : AccessChangeRules.managerDenialReasons(caller.cloudUser());
    }

    /** Of the target as the user of the caller's account. */
    private Effects overview(Caller caller, SlackUserId target, Optional<Device> device) {
        List<DenialReason> denialReasons = denialReasons(caller, target);
        if (!denialReasons.isEmpty()) return replies.deny(caller, "access", "", denialReasons);
        AccessDecision identity = isOwn(caller, target)
                ? new AccessDecision.Allowed(caller.slackUser(), caller.cloudUser())
                : accessCheck.identify(target, caller.cloudUser().id().account());
        return identity.allowedUser()
                .map(user -> reply(caller, target, user, device))
                .orElseGet(() -> replies.reply(
                        caller,
                        AccessReplies.in(caller.locale())
                                .cloudUserUnknown(
                                        target, identity.firstDenialReason().orElseThrow())));
    }

    private Effects reply(Caller caller, SlackUserId target, CloudUser user, Optional<Device> device) {
        AccessOverview overview = changeOffers.overview(caller, target, user, device);
        Effects saved = () -> changeOffers.save(overview);
        return saved.and(replies.reply(caller, AccessReplies.in(caller.locale()).overview(overview)));
    }
}
