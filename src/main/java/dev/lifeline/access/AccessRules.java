package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does anything stand against this cloud user doing this to this device? Allowed means that no rule objects. */
final class AccessRules {

    /** One named objection, or none. */
    interface AccessRule {
        Optional<Objection> objection(CloudUser user, DeviceId device);
    }

    static final AccessRule IS_ACTIVE = (user, device) ->
            when(user.status() != CloudUser.Status.ACTIVE, new Objection.NotActive(user.username(), user.status()));

    static final AccessRule REACHES_THE_DEVICE = (user, device) ->
            when(!user.masterLike() && !user.access().includes(device), new Objection.NoSuchDevice(""));

    static final AccessRule MAY_VIEW = (user, device) ->
            lacks(user, device.kind() == Kind.VIRTUAL_GUEST ? Permission.VIRTUAL_GUEST_VIEW : Permission.HARDWARE_VIEW);

    static final AccessRule MAY_RESCUE = (user, device) -> lacks(user, Permission.SERVER_RELOAD);

    static final AccessRule MAY_REBOOT = (user, device) -> lacks(user, Permission.REMOTE_MANAGEMENT);

    private static final Map<Deed, List<AccessRule>> RULES = new EnumMap<>(Map.of(
            Deed.SEE, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW),
            Deed.LAUNCH, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW, MAY_RESCUE),
            Deed.RETURN, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW, MAY_REBOOT)));

    private AccessRules() {}

    /** The first rule that objects speaks. */
    static Optional<Objection> objection(Deed deed, CloudUser user, DeviceId device) {
        return rulesFor(deed).stream()
                .flatMap(rule -> rule.objection(user, device).stream())
                .findFirst();
    }

    private static List<AccessRule> rulesFor(Deed deed) {
        return Optional.ofNullable(RULES.get(deed))
                .orElseThrow(() -> new IllegalStateException("no rules for " + deed));
    }

    private static Optional<Objection> lacks(CloudUser user, Permission permission) {
        return when(!user.holds(permission), new Objection.Lacks(user.username(), permission));
    }

    private static Optional<Objection> when(boolean stands, Objection objection) {
        return stands ? Optional.of(objection) : Optional.empty();
    }
}
