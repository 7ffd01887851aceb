package dev.lifeline.softlayer.rest;

import dev.lifeline.softlayer.password.PasswordResponseParser;

/**
 * The object mask of each query. None requests a password, not even those that query the user name beside it; except for the one query
 * whose response {@link PasswordResponseParser} alone reads (promise P6).
 */
public final class ObjectMasks {

    private static final String SERVER_TYPE = "SoftLayer_Hardware_Server";

    private static final String OPERATING_SYSTEM =
            "operatingSystem[softwareLicense[softwareDescription[manufacturer,name,version,referenceCode]]]";
    private static final String ACTIVE_TRANSACTION =
            "activeTransaction[id,createDate,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name,averageTimeToComplete]]";
    private static final String LAST_TRANSACTION =
            "lastTransaction[id,createDate,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name,averageTimeToComplete]]";
    /** A later transaction hides a reload in {@code lastTransaction} (src/docs/platform/softlayer.md, section Progress and state detection). */
    private static final String LAST_RELOAD = "lastOperatingSystemReload[id]";

    private static final String RECENT_REMOTE_COMMANDS = "recentRemoteManagementCommands[createDate]";
    /**
     * Reads whether a user name is recorded; what is returned without the permission is in no source (src/docs/platform/softlayer.md,
     * section Reading one device).
     */
    private static final String LOGIN_USERNAMES = "operatingSystem[passwords[username]]";

    private static final ObjectMask DEVICE_PROPERTIES = ObjectMask.of(
            "id",
            "hostname",
            "domain",
            "fullyQualifiedDomainName",
            "primaryIpAddress",
            "primaryBackendIpAddress",
            "datacenter[name]",
            OPERATING_SYSTEM,
            "tagReferences[tag[name]]");
    private static final ObjectMask GUEST_STATUS_PROPERTIES = ObjectMask.of(
                    "id",
                    "powerState[keyName,name]",
                    "lastKnownPowerState[keyName,name]",
                    "blockDevices[mountType,diskImageId]",
                    ACTIVE_TRANSACTION,
                    LAST_TRANSACTION)
            .optional(LAST_RELOAD);
    private static final ObjectMask HARDWARE_STATUS_PROPERTIES = ObjectMask.of(
            "id", "hardwareStatus[status]", "hardwareState[deviceStatus[keyName,name]]", LAST_TRANSACTION);

    static final ObjectMask GUEST_PROPERTIES = DEVICE_PROPERTIES.plus(
            "maxMemory", "transientGuestFlag", "dedicatedAccountHostOnlyFlag", "operatingSystemReferenceCode");
    /** isIpmiDisabled is a property of the subtype only (src/docs/platform/softlayer.md, section Batch polling). */
    static final ObjectMask HARDWARE_PROPERTIES = DEVICE_PROPERTIES.cast(SERVER_TYPE, ObjectMask.of("isIpmiDisabled"));

    static final ObjectMask GUEST_STATUS = GUEST_STATUS_PROPERTIES;
    static final ObjectMask HARDWARE_STATUS = HARDWARE_STATUS_PROPERTIES.cast(
            SERVER_TYPE, ObjectMask.of(ACTIVE_TRANSACTION).optional(RECENT_REMOTE_COMMANDS, LAST_RELOAD));
    /** A single server is read as the subtype, which needs no cast. */
    static final ObjectMask SERVER_STATUS =
            HARDWARE_STATUS_PROPERTIES.plus(ACTIVE_TRANSACTION).optional(RECENT_REMOTE_COMMANDS, LAST_RELOAD);

    static final ObjectMask GUEST_INSPECTION = GUEST_PROPERTIES
            .plus(GUEST_STATUS_PROPERTIES
                    .fields()
                    .subList(1, GUEST_STATUS_PROPERTIES.fields().size())
                    .toArray(String[]::new))
            .plus("provisionDate", "status[keyName,name]", "deviceStatus[keyName,name]")
            .optional(LAST_RELOAD);
    static final ObjectMask SERVER_INSPECTION = DEVICE_PROPERTIES
            .plus("isIpmiDisabled", "provisionDate", ACTIVE_TRANSACTION)
            .plus(HARDWARE_STATUS_PROPERTIES
                    .fields()
                    .subList(1, HARDWARE_STATUS_PROPERTIES.fields().size())
                    .toArray(String[]::new))
            .optional(RECENT_REMOTE_COMMANDS, LAST_RELOAD);
    /** Passwords of the operating system and of other software (src/docs/platform/softlayer.md, section Reading one device). */
    static final ObjectMask PASSWORDS = ObjectMask.of(
            "id", "operatingSystem[passwords[username,password]]", "softwareComponents[passwords[username,password]]");

    static final ObjectMask LOGIN = ObjectMask.of("id", LOGIN_USERNAMES);

    private static final ObjectMask USER_PERMISSIONS = ObjectMask.of(
                    "id", "username", "isMasterUserFlag", "permissions[keyName]")
            .optional("permissionCheckLikeMasterUserFlag", "roles[actions[keyName]]");

    static final ObjectMask CURRENT_USER = USER_PERMISSIONS;
    static final ObjectMask USER = USER_PERMISSIONS.plus(
            "parentId",
            "email",
            "userStatus[keyName]",
            "hasFullHardwareAccessFlag",
            "hasFullVirtualGuestAccessFlag",
            "hardware[id]",
            "virtualGuests[id]");
    static final ObjectMask USER_IDENTIFIERS = ObjectMask.of("id", "email", "username");
    static final ObjectMask USER_PARENTS = ObjectMask.of("id", "username", "parentId");
    static final ObjectMask ISO_IMAGES =
            ObjectMask.of("id", "name", "description", "storageRepository[datacenter[name]]");
    static final ObjectMask EVENTS = ObjectMask.of(
            "id",
            "subject",
            "startDate",
            "endDate",
            "notificationOccurrenceEventType[keyName]",
            "impactedResources[resourceTableId,resourceName]");
    static final ObjectMask OPEN_TICKETS = ObjectMask.of("id", "attachedVirtualGuests[id]", "attachedHardware[id]");
    public static final ObjectMask ID = ObjectMask.of("id");

    private ObjectMasks() {}
}
