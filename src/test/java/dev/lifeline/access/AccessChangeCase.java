package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.slackMember;

import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
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
record AccessChangeCase(Map<String, String> traits) {

    private static final String EMAIL = "asha@example.com";
    private static final CloudUserId ROOT_ID = new CloudUserId(1);
    private static final CloudUserId CHIEF_ID = new CloudUserId(2);
    private static final CloudUserId MANAGER_ID = new CloudUserId(3);
    private static final CloudUserId WORKER_ID = new CloudUserId(4);
    private static final CloudUserId APPRENTICE_ID = new CloudUserId(5);
    private static final CloudUserId STRANGER_ID = new CloudUserId(6);

    private static final Map<String, CloudUserId> TARGET_USER_IDS = Map.of(
            "themselves",
            MANAGER_ID,
            "child",
            WORKER_ID,
            "grandchild",
            APPRENTICE_ID,
            "beside",
            STRANGER_ID,
            "above",
            CHIEF_ID);

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

    /** {@code yes}, or the name of the first denial reason. */
    String outcome() {
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        links.save(AccountLink.verified(slackMember(ASHA, EMAIL), MANAGER_ID, NOON));
        InMemoryCloudUsers account = cloudUsers();
        AccessCheck identity =
                new AccessCheck(id -> slackMember(ASHA, EMAIL), account, links, InstantSource.fixed(NOON));
        CloudUserCache nobody = new FailingCloudUserCache();
        AccessChangeCheck check = new AccessChangeCheck(account, nobody);
        AccessDecision known = identity.identify(ASHA);
        return known.firstDenialReason()
                .or(() -> known.allowedUser()
                        .flatMap(user -> check.denialReasons(user, accessChange()).stream()
                                .findFirst()))
                .map(AccessCheckCase::denialName)
                .orElse("yes");
    }

    private AccessChange accessChange() {
        Entitlement entitlement = switch (value("what")) {
            case "permission" -> new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD);
            case "manage users" -> new Entitlement.PermissionEntitlement(Permission.USER_MANAGE);
            default -> new Entitlement.DeviceEntitlement(WEB_07_ID, "web-07");
        };
        return new AccessChange(AccessChange.Direction.valueOf(value("way")), targetUserId(), "whom", entitlement);
    }

    private CloudUserId targetUserId() {
        return TARGET_USER_IDS.getOrDefault(value("whom"), STRANGER_ID);
    }

    private InMemoryCloudUsers cloudUsers() {
        return new InMemoryCloudUsers()
                .with(otherUser(ROOT_ID, Optional.empty()))
                .with(otherUser(CHIEF_ID, Optional.of(ROOT_ID)))
                .with(manager())
                .with(otherUser(WORKER_ID, Optional.of(MANAGER_ID)))
                .with(otherUser(APPRENTICE_ID, Optional.of(WORKER_ID)))
                .with(otherUser(STRANGER_ID, Optional.of(CHIEF_ID)));
    }

    private CloudUser manager() {
        Set<Permission> permissions = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW);
        if (value("they").equals("manager")) permissions.add(Permission.USER_MANAGE);
        boolean holds = isYes("holds it");
        if (holds && value("what").equals("permission")) permissions.add(Permission.SERVER_RELOAD);
        boolean reaches = holds && value("what").equals("device");
        boolean owner = value("they").equals("owner") || (targetUserId().equals(MANAGER_ID) && isYes("whom: owner"));
        return new CloudUser(
                MANAGER_ID,
                "manager",
                Optional.empty(),
                isYes("active") ? CloudUser.Status.ACTIVE : CloudUser.Status.DISABLED,
                owner,
                permissions,
                new DeviceAccess(false, false, reaches ? Set.of(WEB_07_ID) : Set.of()),
                Optional.of(CHIEF_ID));
    }

    private CloudUser otherUser(CloudUserId id, Optional<CloudUserId> parent) {
        boolean whom = id.equals(targetUserId());
        DeviceAccess access = new DeviceAccess(whom && isYes("whom: all devices"), false, Set.of());
        boolean owner = whom && isYes("whom: owner");
        return new CloudUser(
                id, "user" + id, Optional.empty(), CloudUser.Status.ACTIVE, owner, Set.of(), access, parent);
    }

    boolean isYes(String trait) {
        return "yes".equals(traits.get(trait));
    }

    String value(String trait) {
        return traits.getOrDefault(trait, "");
    }

    /** What is remembered must never be asked for a decision. */
    private static final class FailingCloudUserCache implements CloudUserCache {
        @Override
        public Optional<CloudUser> find(CloudUserId id) {
            throw new AssertionError("a decision asked what was remembered of user " + id);
        }

        @Override
        public void invalidate(CloudUserId id) {
            throw new AssertionError("a decision forgot user " + id);
        }
    }
}
