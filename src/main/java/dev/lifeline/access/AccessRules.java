package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands against this cloud user doing this? Every objection, in order; allowed means that there is none. The one list behind every
 * decision, every refusal, and everything that is shown of what somebody may do (promise P4).
 */
public final class AccessRules {

    /** A device, or any device of a kind that they reach. */
    private record Target(Kind kind, boolean reached) {}

    /** One named objection, or none. */
    private interface AccessRule {
        Optional<Objection> objection(CloudUser user, Target target);
    }

    private static final AccessRule IS_ACTIVE = (user, target) -> inactive(user);

    private static final AccessRule REACHES_THE_DEVICE =
            (user, target) -> when(!target.reached(), new Objection.NoSuchDevice(""));

    private static final AccessRule MAY_VIEW = (user, target) -> lacks(user, viewing(target.kind()));

    private static final AccessRule MAY_RESCUE = (user, target) -> lacks(user, Permission.SERVER_RELOAD);

    private static final AccessRule MAY_REBOOT = (user, target) -> lacks(user, Permission.REMOTE_MANAGEMENT);

    private static final AccessRule MAY_READ_PASSWORDS =
            (user, target) -> lacks(user, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    private static final AccessRule MAY_MANAGE = (user, target) -> lacks(user, Permission.USER_MANAGE);

    private static final Map<Deed, List<AccessRule>> RULES = new EnumMap<>(Map.of(
            Deed.SEE, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW),
            Deed.LAUNCH, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW, MAY_RESCUE),
            Deed.RETURN, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW, MAY_REBOOT),
            Deed.REVEAL, List.of(IS_ACTIVE, REACHES_THE_DEVICE, MAY_VIEW, MAY_READ_PASSWORDS),
            Deed.MANAGE, List.of(IS_ACTIVE, MAY_MANAGE, REACHES_THE_DEVICE, MAY_VIEW)));

    private AccessRules() {}

    /** What stands against doing it to this device. */
    public static List<Objection> objections(Deed deed, CloudUser user, DeviceId device) {
        return objections(deed, user, new Target(device.kind(), user.reaches(device)));
    }

    /** What stands against doing it to any device of this kind that they reach. */
    public static List<Objection> objections(Deed deed, CloudUser user, Kind kind) {
        return objections(deed, user, new Target(kind, true));
    }

    /** Is there any kind of device to which they may do it? */
    public static boolean possible(Deed deed, CloudUser user) {
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> objections(deed, user, kind).isEmpty());
    }

    private static List<Objection> objections(Deed deed, CloudUser user, Target target) {
        return rulesFor(deed).stream()
                .flatMap(rule -> rule.objection(user, target).stream())
                .toList();
    }

    private static List<AccessRule> rulesFor(Deed deed) {
        return Optional.ofNullable(RULES.get(deed))
                .orElseThrow(() -> new IllegalStateException("no rules for " + deed));
    }

    /** The permission without which devices of a kind are not there for a user. */
    static Permission viewing(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? Permission.VIRTUAL_GUEST_VIEW : Permission.HARDWARE_VIEW;
    }

    static Optional<Objection> inactive(CloudUser user) {
        return when(user.status() != CloudUser.Status.ACTIVE, new Objection.NotActive(user.username(), user.status()));
    }

    static Optional<Objection> lacks(CloudUser user, Permission permission) {
        return when(!user.holds(permission), new Objection.Lacks(user.username(), permission));
    }

    static Optional<Objection> when(boolean stands, Objection objection) {
        return stands ? Optional.of(objection) : Optional.empty();
    }
}
