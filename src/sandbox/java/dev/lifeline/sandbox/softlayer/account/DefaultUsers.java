package dev.lifeline.sandbox.softlayer.account;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of the default account; farid and gwen are not among them. */
public final class DefaultUsers {

    private static final Set<String> VIEWER_PERMISSIONS = Set.of(Permission.VIRTUAL_GUEST_VIEW, Permission.HARDWARE_VIEW);
    private static final Set<String> ON_CALL_PERMISSIONS =
            union(VIEWER_PERMISSIONS, Permission.SERVER_RELOAD, Permission.REMOTE_MANAGEMENT, Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD);
    private static final Set<String> ALL_DEVICES_PERMISSIONS = union(ON_CALL_PERMISSIONS, Permission.ACCESS_ALL_GUEST, Permission.ACCESS_ALL_HARDWARE);
    private static final Set<String> TEAM_LEAD_PERMISSIONS = union(ALL_DEVICES_PERMISSIONS, Permission.USER_MANAGE);
    private static final Set<String> FUNCTIONAL_USER_PERMISSIONS = union(TEAM_LEAD_PERMISSIONS, Permission.USER_EVENT_LOG_VIEW, "TICKET_VIEW");

    private static final long SECOND_ACCOUNT_ID = 411902;
    private static final long ELENA_ID = 143201;
    private static final long LIFELINE_ID = 8412077;
    private static final long CHIARA_ID = 6120411;
    private static final long WEB_07_ID = 104870101;
    private static final long DB_01_ID = 2154871;

    private DefaultUsers() {}

    /** Returns all users, parents before children; the functional user is above all but the master user. */
    public static List<CloudUser> all() {
        return List.of(
                user(ELENA_ID, namesOf("elena", "Novak"), null, Set.of()),
                user(LIFELINE_ID, new CloudUser.Names("lifeline", "lifeline", "Lifeline", "Bot"), ELENA_ID, FUNCTIONAL_USER_PERMISSIONS),
                user(CHIARA_ID, namesOf("chiara", "Greco"), LIFELINE_ID, TEAM_LEAD_PERMISSIONS),
                user(6120433, namesOf("asha", "Rao"), CHIARA_ID, ALL_DEVICES_PERMISSIONS),
                user(6120452, namesOf("bruno", "Conti"), CHIARA_ID, ON_CALL_PERMISSIONS)
                        .with(DeviceType.VIRTUAL_GUEST, new DeviceAccessList(false, Set.of(WEB_07_ID)))
                        .with(DeviceType.HARDWARE, new DeviceAccessList(false, Set.of(DB_01_ID))),
                user(6120498, namesOf("dario", "Webb"), CHIARA_ID, VIEWER_PERMISSIONS));
    }

    /**
     * Returns the users of the second account, with the ids of the first: bruno and dario are not among them, farid is on call, and asha may
     * view only.
     */
    public static List<CloudUser> ofSecondAccount() {
        return List.of(
                user(ELENA_ID, secondNamesOf("elena", "Novak"), null, Set.of()),
                user(LIFELINE_ID, new CloudUser.Names("lifeline", "lifeline", "Lifeline", "Bot"), ELENA_ID, FUNCTIONAL_USER_PERMISSIONS),
                user(CHIARA_ID, secondNamesOf("chiara", "Greco"), LIFELINE_ID, TEAM_LEAD_PERMISSIONS),
                user(6120433, secondNamesOf("asha", "Rao"), CHIARA_ID, VIEWER_PERMISSIONS),
                user(6120452, secondNamesOf("farid", "Azimi"), CHIARA_ID, ALL_DEVICES_PERMISSIONS));
    }

    private static CloudUser user(long id, CloudUser.Names names, @Nullable Long parent, Set<String> permissions) {
        return new CloudUser(id, names, parent, CloudUser.StatusFlags.ACTIVE, permissions, DeviceAccessList.ALL_DEVICES, DeviceAccessList.ALL_DEVICES);
    }

    private static CloudUser.Names namesOf(String name, String lastName) {
        return namesOf(name, lastName, CloudUsers.ACCOUNT_ID);
    }

    private static CloudUser.Names secondNamesOf(String name, String lastName) {
        return namesOf(name, lastName, SECOND_ACCOUNT_ID);
    }

    private static CloudUser.Names namesOf(String name, String lastName, long accountId) {
        String firstName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new CloudUser.Names(name, accountId + "_" + name + "@example.com", firstName, lastName);
    }

    private static Set<String> union(Set<String> first, String... others) {
        Set<String> all = new HashSet<>(first);
        all.addAll(List.of(others));
        return Set.copyOf(all);
    }
}
