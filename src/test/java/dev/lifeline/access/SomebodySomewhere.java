package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_IN_THE_CLOUD;

import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.LinksInMemory;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person with some traits, as the real decision meets them.
 *
 * @param traits each of {@link #TRAITS} with yes or no
 */
record SomebodySomewhere(Map<String, String> traits) {

    private static final List<String> TRAITS =
            List.of("guest", "link", "active", "owner", "manager", "access", "view", "permission");

    private static final Map<Deed, Permission> NEEDED = Map.of(
            Deed.LAUNCH, Permission.SERVER_RELOAD,
            Deed.RETURN, Permission.REMOTE_MANAGEMENT,
            Deed.REVEAL, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        TRAITS.forEach(trait -> columns.put(trait, List.of("no", "yes")));
        return columns;
    }

    /** {@code yes}, or the name of the first objection. */
    String outcome(Deed deed, DeviceId device) {
        AccountInMemory account = new AccountInMemory().with(user(deed, device));
        LinksInMemory links = new LinksInMemory();
        if (is("link")) links.link(ASHA, ASHA_IN_THE_CLOUD);
        AccessCheck check = new AccessCheck(id -> person(), account, links);
        return check.may(ASHA, deed, device)
                .refusal()
                .map(SomebodySomewhere::named)
                .orElse("yes");
    }

    static String named(Objection objection) {
        if (objection instanceof Objection.Lacks lacks) return "lacks " + lacks.permission();
        String name = objection.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private Person person() {
        Person.Guise guise = is("guest") ? Person.Guise.GUEST : Person.Guise.MEMBER;
        return new Person(ASHA, "Asha", Optional.of("nobody.else@example.com"), Locale.ENGLISH, guise);
    }

    private CloudUser user(Deed deed, DeviceId device) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (is("manager")) permissions.add(Permission.USER_MANAGE);
        if (is("view")) permissions.add(AccessRules.viewing(device.kind()));
        if (is("permission")) Optional.ofNullable(NEEDED.get(deed)).ifPresent(permissions::add);
        return new CloudUser(
                ASHA_IN_THE_CLOUD,
                "asha",
                is("active") ? CloudUser.Status.ACTIVE : CloudUser.Status.DISABLED,
                is("owner"),
                permissions,
                new DeviceAccess(false, false, is("access") ? Set.of(device) : Set.of()),
                Optional.empty());
    }

    boolean is(String trait) {
        return "yes".equals(traits.get(trait));
    }
}
