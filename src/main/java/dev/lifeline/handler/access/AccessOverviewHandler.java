package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeRules;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.inbox.RescueCommand;
import dev.lifeline.message.reply.AccessOverview;
import dev.lifeline.message.reply.AccessReplies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /rescue access [@person] [DEVICE]}: what somebody has and lacks, with a button for each change that the caller could make.
 * Everybody may ask about themselves; about others only who manages users.
 */
public final class AccessOverviewHandler {

    /** How long the buttons hold. */
    private static final Duration CHANGE_TTL = Duration.ofMinutes(10);

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public AccessOverviewHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, RescueCommand.Access wanted) {
        SlackUserId person = wanted.user().orElse(caller.slackUser().id());
        boolean own = person.equals(caller.slackUser().id());
        List<DenialReason> denialReasons = own ? List.of() : AccessChangeRules.managerDenialReasons(caller.cloudUser());
        if (!denialReasons.isEmpty()) return context.deny(caller, "access", "", denialReasons);
        AccessDecision identity = own
                ? new AccessDecision.Allowed(caller.slackUser(), caller.cloudUser())
                : context.accessCheck().identify(person);
        Optional<CloudUser> user = identity.allowedUser();
        return user.map(known -> overviewOf(caller, person, known, wanted.device()))
                .orElseGet(() -> context.reply(
                        caller,
                        AccessReplies.in(caller.locale())
                                .cloudUserUnknown(
                                        person, identity.firstDenialReason().orElseThrow())));
    }

    private Effects overviewOf(Caller caller, SlackUserId person, CloudUser user, String typed) {
        if (typed.isEmpty()) return replyWithOverview(caller, person, user, Optional.empty());
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        return lookupResult instanceof LookupResult.SingleMatch singleMatch
                ? replyWithOverview(caller, person, user, Optional.of(singleMatch.device()))
                : context.reply(caller, ((LookupResult.NoSingleMatch) lookupResult).reply());
    }

    private Effects replyWithOverview(Caller caller, SlackUserId person, CloudUser user, Optional<Device> device) {
        boolean own = user.id().equals(caller.cloudUser().id());
        List<PendingAccessChange> pendingAccessChanges = new ArrayList<>();
        Set<DenialReason> against = new LinkedHashSet<>();
        for (Entitlement entitlement : own ? List.<Entitlement>of() : grantableEntitlements(device)) {
            AccessChange accessChange = AccessChange.toggle(user, entitlement);
            List<DenialReason> denialReasons = context.accessServices()
                    .changeCheck()
                    .expectedDenialReasons(caller.cloudUser(), user, accessChange);
            if (denialReasons.isEmpty())
                pendingAccessChanges.add(pendingChange(caller, person, accessChange, pendingAccessChanges.size()));
            against.addAll(denialReasons);
        }
        AccessOverview panel = new AccessOverview(person, user, device, pendingAccessChanges, List.copyOf(against));
        Effects written =
                () -> pendingAccessChanges.forEach(context.accessServices().pendingChanges()::add);
        return written.and(
                context.reply(caller, AccessReplies.in(caller.locale()).overview(panel)));
    }

    private static List<Entitlement> grantableEntitlements(Optional<Device> device) {
        List<Entitlement> entitlements = new ArrayList<>();
        for (Permission permission : Entitlement.GRANTABLE_PERMISSIONS)
            entitlements.add(new Entitlement.PermissionEntitlement(permission));
        device.ifPresent(one -> entitlements.add(
                new Entitlement.DeviceEntitlement(one.id(), one.name().fqdn())));
        return entitlements;
    }

    /** Derived from the delivery: the same delivery thought about twice offers the same. */
    private PendingAccessChange pendingChange(Caller caller, SlackUserId about, AccessChange accessChange, int number) {
        PendingAccessChangeId id =
                new PendingAccessChangeId(caller.interaction().id() + "." + number);
        return new PendingAccessChange(
                id,
                caller.slackUser().id(),
                about,
                accessChange,
                context.clock().instant().plus(CHANGE_TTL));
    }
}
