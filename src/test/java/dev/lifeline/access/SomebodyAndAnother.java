package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.member;

import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.LinksInMemory;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who wants to change another's access, as the real decision meets them: a family of five, root above chief above manager above
 * worker, and a stranger beside the manager.
 *
 * @param traits the columns of {@link #columns()}
 */
record SomebodyAndAnother(Map<String, String> traits) {

    private static final String EMAIL = "asha@example.com";
    private static final CloudUserId ROOT = new CloudUserId(1);
    private static final CloudUserId CHIEF = new CloudUserId(2);
    private static final CloudUserId MANAGER = new CloudUserId(3);
    private static final CloudUserId WORKER = new CloudUserId(4);
    private static final CloudUserId APPRENTICE = new CloudUserId(5);
    private static final CloudUserId STRANGER = new CloudUserId(6);

    private static final Map<String, CloudUserId> OTHERS = Map.of(
            "themselves", MANAGER, "child", WORKER, "grandchild", APPRENTICE, "beside", STRANGER, "above", CHIEF);

    static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("active", List.of("no", "yes"));
        columns.put("whom", List.of("themselves", "child", "grandchild", "beside", "above"));
        columns.put("whom: owner", List.of("no", "yes"));
        columns.put("they", List.of("neither", "manager", "owner"));
        columns.put("what", List.of("permission", "manage users", "device"));
        columns.put("way", List.of("GRANT", "REVOKE"));
        columns.put("holds it", List.of("no", "yes"));
        columns.put("whom: all devices", List.of("no", "yes"));
        return columns;
    }

    /** {@code yes}, or the name of the first objection. */
    String outcome() {
        LinksInMemory links = new LinksInMemory();
        links.keep(Link.proved(member(ASHA, EMAIL), MANAGER, NOON));
        AccountInMemory account = account();
        AccessCheck identity = new AccessCheck(id -> member(ASHA, EMAIL), account, links, InstantSource.fixed(NOON));
        RecentUsers nobody = new NobodyRemembered();
        return new ChangeCheck(identity, account, nobody)
                .may(ASHA, change())
                .refusal()
                .map(SomebodySomewhere::named)
                .orElse("yes");
    }

    private Change change() {
        Right right = switch (of("what")) {
            case "permission" -> new Right.ToDo(Permission.SERVER_RELOAD);
            case "manage users" -> new Right.ToDo(Permission.USER_MANAGE);
            default -> new Right.ToReach(WEB_07_ID, "web-07");
        };
        return new Change(Change.Way.valueOf(of("way")), whom(), "whom", right);
    }

    private CloudUserId whom() {
        return OTHERS.getOrDefault(of("whom"), STRANGER);
    }

    private AccountInMemory account() {
        return new AccountInMemory()
                .with(ordinary(ROOT, Optional.empty()))
                .with(ordinary(CHIEF, Optional.of(ROOT)))
                .with(manager())
                .with(ordinary(WORKER, Optional.of(MANAGER)))
                .with(ordinary(APPRENTICE, Optional.of(WORKER)))
                .with(ordinary(STRANGER, Optional.of(CHIEF)));
    }

    private CloudUser manager() {
        Set<Permission> permissions = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW);
        if (of("they").equals("manager")) permissions.add(Permission.USER_MANAGE);
        boolean holds = is("holds it");
        if (holds && of("what").equals("permission")) permissions.add(Permission.SERVER_RELOAD);
        boolean reaches = holds && of("what").equals("device");
        boolean owner = of("they").equals("owner") || (whom().equals(MANAGER) && is("whom: owner"));
        return new CloudUser(
                MANAGER,
                "manager",
                Optional.empty(),
                is("active") ? CloudUser.Status.ACTIVE : CloudUser.Status.DISABLED,
                owner,
                permissions,
                new DeviceAccess(false, false, reaches ? Set.of(WEB_07_ID) : Set.of()),
                Optional.of(CHIEF));
    }

    private CloudUser ordinary(CloudUserId id, Optional<CloudUserId> parent) {
        boolean whom = id.equals(whom());
        DeviceAccess access = new DeviceAccess(whom && is("whom: all devices"), false, Set.of());
        boolean owner = whom && is("whom: owner");
        return new CloudUser(
                id, "user" + id, Optional.empty(), CloudUser.Status.ACTIVE, owner, Set.of(), access, parent);
    }

    boolean is(String trait) {
        return "yes".equals(traits.get(trait));
    }

    String of(String trait) {
        return traits.getOrDefault(trait, "");
    }

    /** What is remembered must never be asked for a decision. */
    private static final class NobodyRemembered implements RecentUsers {
        @Override
        public Optional<CloudUser> recently(CloudUserId id) {
            throw new AssertionError("a decision asked what was remembered of user " + id);
        }

        @Override
        public void forget(CloudUserId id) {
            throw new AssertionError("a decision forgot user " + id);
        }
    }
}
