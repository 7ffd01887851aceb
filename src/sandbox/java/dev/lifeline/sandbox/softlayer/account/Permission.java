package dev.lifeline.sandbox.softlayer.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A portal permission (src/docs/platform/softlayer.md, section Users and permissions).
 *
 * @param key the short code; null for newer permissions
 */
public record Permission(long id, String keyName, @Nullable String key, String name, String description) {

    public static final String SERVER_RELOAD = "SERVER_RELOAD";
    public static final String VIRTUAL_GUEST_VIEW = "VIRTUAL_GUEST_VIEW";
    public static final String HARDWARE_VIEW = "HARDWARE_VIEW";
    public static final String ACCESS_ALL_GUEST = "ACCESS_ALL_GUEST";
    public static final String ACCESS_ALL_HARDWARE = "ACCESS_ALL_HARDWARE";
    public static final String REMOTE_MANAGEMENT = "REMOTE_MANAGEMENT";
    public static final String VIEW_CUSTOMER_SOFTWARE_PASSWORD = "VIEW_CUSTOMER_SOFTWARE_PASSWORD";
    public static final String USER_MANAGE = "USER_MANAGE";
    public static final String USER_EVENT_LOG_VIEW = "USER_EVENT_LOG_VIEW";

    /** The catalogue, as far as devices and users are concerned. */
    public static final List<Permission> ALL = List.of(
            new Permission(
                    21,
                    SERVER_RELOAD,
                    "H_4",
                    "OS Reloads and Rescue Kernel",
                    "Issue OS reloads and Rescue Kernel for devices"),
            new Permission(18, HARDWARE_VIEW, "H_1", "View Hardware Details", "View hardware details and passwords"),
            new Permission(
                    19,
                    REMOTE_MANAGEMENT,
                    "H_2",
                    "IPMI Remote Management",
                    "View IPMI details and issue reboot commands through the portal"),
            new Permission(1, VIRTUAL_GUEST_VIEW, "VG_1", "View Virtual Server Details", "View virtual server details"),
            new Permission(331, ACCESS_ALL_HARDWARE, "ALL_1", "All Hardware Access", "Access to all hardware"),
            new Permission(332, ACCESS_ALL_GUEST, "ALL_2", "All Guest Access", "Access to all virtual servers"),
            new Permission(
                    412,
                    VIEW_CUSTOMER_SOFTWARE_PASSWORD,
                    "SO_9",
                    "View Customer Software Password",
                    "View passwords of software on devices"),
            new Permission(2, USER_MANAGE, "A_0", "Manage Users", "Add, edit and remove users and their permissions"),
            new Permission(310, USER_EVENT_LOG_VIEW, "A_15", "View Event Log", "View the event log"),
            new Permission(401, "DEDICATED_HOST_VIEW", "VH_1", "View Dedicated Host Details", "View dedicated hosts"),
            new Permission(22, "HOSTNAME_EDIT", "H_3", "Edit Hostname/Domain", "Edit host names and domains"),
            new Permission(23, "PORT_CONTROL", "H_5", "Port Control", "Control network ports"),
            new Permission(3, "TICKET_VIEW", "T_1", "View Tickets", "View support cases"),
            new Permission(4, "TICKET_ADD", "T_2", "Add Tickets", "Add support cases"),
            new Permission(5, "ACCOUNT_SUMMARY_VIEW", "A_1", "View Account Summary", "View the account's summary"),
            new Permission(520, "MANAGE_VIRTUAL_GUEST", null, "Manage Virtual Server", "Manage virtual servers"),
            new Permission(521, "MANAGE_DEDICATED_HOST", null, "Manage Dedicated Host", "Manage dedicated hosts"));

    /** Finds a permission by key name. */
    public static Optional<Permission> findByKeyName(String keyName) {
        return ALL.stream().filter(permission -> permission.keyName.equals(keyName)).findFirst();
    }
}
