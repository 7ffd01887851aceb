package dev.lifeline.handler.access;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.message.reply.AccessOverview;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prepares the access changes that a user manager is offered as buttons; what is offered is checked again at the click. */
public final class ChangeOffers {

    /** How long the buttons work. */
    private static final Duration CHANGE_TTL = Duration.ofMinutes(10);

    private final AccessChangeCheck changeCheck;
    private final PendingAccessChanges pendingChanges;
    private final InstantSource clock;

    public ChangeOffers(AccessChangeCheck changeCheck, PendingAccessChanges pendingChanges, InstantSource clock) {
        this.changeCheck = changeCheck;
        this.pendingChanges = pendingChanges;
        this.clock = clock;
    }

    /** What the target has and lacks, the changes that the caller could make, and why the others are denied. */
    AccessOverview overview(Caller caller, SlackUserId target, CloudUser user, Optional<Device> device) {
        boolean own = user.id().equals(caller.cloudUser().id());
        List<PendingAccessChange> offered = new ArrayList<>();
        Set<DenialReason> against = new LinkedHashSet<>();
        for (Entitlement entitlement : own ? List.<Entitlement>of() : grantableEntitlements(device)) {
            AccessChange accessChange = AccessChange.toggle(user, entitlement);
            List<DenialReason> denialReasons =
                    changeCheck.expectedDenialReasons(caller.cloudUser(), user, accessChange);
            if (denialReasons.isEmpty()) offered.add(pendingChange(caller, target, accessChange, offered.size()));
            against.addAll(denialReasons);
        }
        return new AccessOverview(target, user, device, offered, List.copyOf(against));
    }

    /** Writes the offered changes down; to be called inside the transaction of the interaction. */
    void save(AccessOverview overview) {
        overview.pendingChanges().forEach(pendingChanges::add);
    }

    private static List<Entitlement> grantableEntitlements(Optional<Device> device) {
        List<Entitlement> entitlements = new ArrayList<>();
        for (Permission permission : Entitlement.GRANTABLE_PERMISSIONS)
            entitlements.add(new Entitlement.PermissionEntitlement(permission));
        device.ifPresent(one -> entitlements.add(new Entitlement.DeviceEntitlement(one.id(), one.label())));
        return entitlements;
    }

    /** The id is derived from the interaction, so that handling it again offers the same changes. */
    private PendingAccessChange pendingChange(
            Caller caller, SlackUserId target, AccessChange accessChange, int number) {
        PendingAccessChangeId id =
                new PendingAccessChangeId(caller.interaction().id() + "." + number);
        return new PendingAccessChange(
                id,
                caller.slackUser().id(),
                target,
                accessChange,
                clock.instant().plus(CHANGE_TTL));
    }
}
