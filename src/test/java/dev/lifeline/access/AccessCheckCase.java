package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;

import dev.lifeline.device.DeviceId;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Slack user with some traits, for the real decision.
 *
 * @param traits each of {@link #FLAG_TRAITS} with yes or no
 */
record AccessCheckCase(Map<String, String> traits) {

    private static final List<String> FLAG_TRAITS =
            List.of("guest", "active", "owner", "manager", "access", "view", "permission");

    /** How the Slack user is linked to the cloud user. */
    private static final List<String> LINK_VALUES = List.of("none", "e-mail", "assigned", "API key", "unlinked");

    private static final String EMAIL = "asha@example.com";

    private static final Map<DeviceOperation, Permission> REQUIRED_PERMISSIONS = Map.of(
            DeviceOperation.LAUNCH_RESCUE, Permission.SERVER_RELOAD,
            DeviceOperation.EXIT_RESCUE, Permission.REMOTE_MANAGEMENT,
            DeviceOperation.POWER_ON, Permission.REMOTE_MANAGEMENT,
            DeviceOperation.READ_PASSWORD, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);

    static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put("link", LINK_VALUES);
        FLAG_TRAITS.forEach(trait -> columns.put(trait, List.of("no", "yes")));
        return columns;
    }

    /** {@code yes}, or the name of the first denial reason. */
    String outcome(DeviceOperation deviceOperation, DeviceId device) {
        InMemoryCloudUsers account = new InMemoryCloudUsers().with(cloudUser(deviceOperation, device));
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        accountLink().ifPresent(links::save);
        AccessCheck check = new AccessCheck(id -> slackUser(), account, links, InstantSource.fixed(NOON));
        return check.check(ASHA, deviceOperation, device)
                .firstDenialReason()
                .map(AccessCheckCase::denialName)
                .orElse("yes");
    }

    static String denialName(DenialReason denialReason) {
        if (denialReason instanceof DenialReason.MissingPermission missingPermission)
            return "lacks " + missingPermission.permission();
        String name = denialReason.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private Optional<AccountLink> accountLink() {
        AccountLink verified = AccountLink.verified(slackUser(), ASHA_CLOUD_USER_ID, NOON);
        return switch (traits.getOrDefault("link", "")) {
            case "e-mail" -> Optional.of(AccountLink.byEmail(slackUser(), ASHA_CLOUD_USER_ID, NOON));
            case "assigned" -> Optional.of(AccountLink.assigned(slackUser(), ASHA_CLOUD_USER_ID, BRUNO, NOON));
            case "API key" -> Optional.of(verified);
            case "unlinked" -> Optional.of(verified.unlinked(BRUNO, NOON));
            default -> Optional.empty();
        };
    }

    private SlackUser slackUser() {
        SlackUser.UserKind userKind = isYes("guest") ? SlackUser.UserKind.GUEST : SlackUser.UserKind.MEMBER;
        return new SlackUser(ASHA, "Asha", Optional.of(EMAIL), Locale.ENGLISH, userKind);
    }

    private CloudUser cloudUser(DeviceOperation deviceOperation, DeviceId device) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (isYes("manager")) permissions.add(Permission.USER_MANAGE);
        if (isYes("view")) permissions.add(AccessRules.viewPermission(device.type()));
        if (isYes("permission"))
            Optional.ofNullable(REQUIRED_PERMISSIONS.get(deviceOperation)).ifPresent(permissions::add);
        return new CloudUser(
                ASHA_CLOUD_USER_ID,
                "asha",
                hasMatchingIdentity() ? Optional.of(EMAIL) : Optional.of("somebody.else@example.com"),
                isYes("active") ? CloudUser.Status.ACTIVE : CloudUser.Status.DISABLED,
                isYes("owner"),
                permissions,
                new DeviceAccess(false, false, isYes("access") ? Set.of(device) : Set.of()),
                Optional.empty());
    }

    /** Whether anything says which cloud user they are. */
    private boolean hasMatchingIdentity() {
        return !"none".equals(traits.get("link"));
    }

    boolean hasLink(String... ways) {
        return List.of(ways).contains(traits.getOrDefault("link", ""));
    }

    boolean isYes(String trait) {
        return "yes".equals(traits.get(trait));
    }
}
