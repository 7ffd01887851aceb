package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_IN_THE_CLOUD;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;

import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.LinksInMemory;
import java.time.InstantSource;
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
            List.of("guest", "active", "owner", "manager", "access", "view", "permission");

    /** How it is known which cloud user they are. */
    private static final List<String> LINKS = List.of("none", "by e-mail", "bound", "proved", "cut");

    private static final String EMAIL = "asha@example.com";

    private static final Map<Deed, Permission> NEEDED = Map.of(
            Deed.LAUNCH, Permission.SERVER_RELOAD,
            Deed.RETURN, Permission.REMOTE_MANAGEMENT,
            Deed.REVEAL, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("link", LINKS);
        TRAITS.forEach(trait -> columns.put(trait, List.of("no", "yes")));
        return columns;
    }

    /** {@code yes}, or the name of the first objection. */
    String outcome(Deed deed, DeviceId device) {
        AccountInMemory account = new AccountInMemory().with(user(deed, device));
        LinksInMemory links = new LinksInMemory();
        link().ifPresent(links::keep);
        AccessCheck check = new AccessCheck(id -> person(), account, links, InstantSource.fixed(NOON));
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

    private Optional<Link> link() {
        Link proved = Link.proved(person(), ASHA_IN_THE_CLOUD, NOON);
        return switch (traits.getOrDefault("link", "")) {
            case "by e-mail" -> Optional.of(Link.byEmail(person(), ASHA_IN_THE_CLOUD, NOON));
            case "bound" -> Optional.of(Link.bound(person(), ASHA_IN_THE_CLOUD, BRUNO, NOON));
            case "proved" -> Optional.of(proved);
            case "cut" -> Optional.of(proved.cut(BRUNO, NOON));
            default -> Optional.empty();
        };
    }

    private Person person() {
        Person.Guise guise = is("guest") ? Person.Guise.GUEST : Person.Guise.MEMBER;
        return new Person(ASHA, "Asha", Optional.of(EMAIL), Locale.ENGLISH, guise);
    }

    private CloudUser user(Deed deed, DeviceId device) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (is("manager")) permissions.add(Permission.USER_MANAGE);
        if (is("view")) permissions.add(AccessRules.viewing(device.kind()));
        if (is("permission")) Optional.ofNullable(NEEDED.get(deed)).ifPresent(permissions::add);
        return new CloudUser(
                ASHA_IN_THE_CLOUD,
                "asha",
                isKnown() ? Optional.of(EMAIL) : Optional.of("somebody.else@example.com"),
                is("active") ? CloudUser.Status.ACTIVE : CloudUser.Status.DISABLED,
                is("owner"),
                permissions,
                new DeviceAccess(false, false, is("access") ? Set.of(device) : Set.of()),
                Optional.empty());
    }

    /** Whether anything says which cloud user they are. */
    private boolean isKnown() {
        return !"none".equals(traits.get("link"));
    }

    boolean isLinked(String... ways) {
        return List.of(ways).contains(traits.getOrDefault("link", ""));
    }

    boolean is(String trait) {
        return "yes".equals(traits.get(trait));
    }
}
