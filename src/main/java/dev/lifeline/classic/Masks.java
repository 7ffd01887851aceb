package dev.lifeline.classic;

/**
 * Which properties does each question ask for? Never a password, not even the ones that are looked for by the user name beside them; but
 * for the one question that {@link LoginReader} alone may read the answer of (promise P6).
 */
final class Masks {

    private static final String SERVER = "SoftLayer_Hardware_Server";

    private static final String SYSTEM =
            "operatingSystem[softwareLicense[softwareDescription[manufacturer,name,version,referenceCode]]]";
    private static final String ACTIVE =
            "activeTransaction[id,createDate,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name,averageTimeToComplete]]";
    private static final String LAST =
            "lastTransaction[id,createDate,transactionStatus[name,friendlyName,averageDuration],transactionGroup[name,averageTimeToComplete]]";
    private static final String POWER_COMMANDS = "recentRemoteManagementCommands[createDate]";
    /** Whether a user name is on record; what comes without the permission to see it is in no source (softlayer.md 2.3). */
    private static final String LOGINS = "operatingSystem[passwords[username]]";

    private static final Mask FACTS = Mask.of(
            "id",
            "hostname",
            "domain",
            "fullyQualifiedDomainName",
            "primaryIpAddress",
            "primaryBackendIpAddress",
            "datacenter[name]",
            SYSTEM,
            "tagReferences[tag[name]]");
    private static final Mask GUEST_CONDITION = Mask.of(
            "id",
            "powerState[keyName,name]",
            "lastKnownPowerState[keyName,name]",
            "blockDevices[mountType,diskImageId]",
            ACTIVE,
            LAST);
    private static final Mask METAL_CONDITION =
            Mask.of("id", "hardwareStatus[status]", "hardwareState[deviceStatus[keyName,name]]", LAST);

    static final Mask GUEST_FACTS = FACTS.plus(
            "maxMemory", "transientGuestFlag", "dedicatedAccountHostOnlyFlag", "operatingSystemReferenceCode");
    /** isIpmiDisabled is not a property of plain hardware (softlayer.md 2.4). */
    static final Mask METAL_FACTS = FACTS.cast(SERVER, Mask.of("isIpmiDisabled"));

    static final Mask GUEST_LOOK = GUEST_CONDITION;
    static final Mask METAL_LOOK = METAL_CONDITION.cast(SERVER, Mask.of(ACTIVE).spare(POWER_COMMANDS));
    /** One server is asked of the narrower type, where no cast is needed. */
    static final Mask METAL_LOOK_ONE = METAL_CONDITION.plus(ACTIVE).spare(POWER_COMMANDS);

    static final Mask GUEST_INSPECTION = GUEST_FACTS
            .plus(GUEST_CONDITION
                    .fields()
                    .subList(1, GUEST_CONDITION.fields().size())
                    .toArray(String[]::new))
            .plus("provisionDate", "status[keyName,name]", "deviceStatus[keyName,name]");
    static final Mask METAL_INSPECTION = FACTS.plus("isIpmiDisabled", "provisionDate", ACTIVE)
            .plus(METAL_CONDITION
                    .fields()
                    .subList(1, METAL_CONDITION.fields().size())
                    .toArray(String[]::new))
            .spare(POWER_COMMANDS);
    /** The system's own, and those that are recorded with its other software (softlayer.md 2.3). */
    static final Mask PASSWORDS = Mask.of(
            "id", "operatingSystem[passwords[username,password]]", "softwareComponents[passwords[username,password]]");

    static final Mask LOGIN = Mask.of("id", LOGINS);

    private static final Mask RIGHTS = Mask.of("id", "username", "isMasterUserFlag", "permissions[keyName]")
            .spare("permissionCheckLikeMasterUserFlag", "roles[actions[keyName]]");

    static final Mask CURRENT_USER = RIGHTS;
    static final Mask USER = RIGHTS.plus(
            "parentId",
            "email",
            "userStatus[keyName]",
            "hasFullHardwareAccessFlag",
            "hasFullVirtualGuestAccessFlag",
            "hardware[id]",
            "virtualGuests[id]");
    static final Mask USER_NAMES = Mask.of("id", "email", "username");
    static final Mask ISO_IMAGES = Mask.of("id", "name", "description", "storageRepository[datacenter[name]]");
    static final Mask ID = Mask.of("id");

    private Masks() {}
}
