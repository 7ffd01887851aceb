package dev.lifeline.softlayer.rest;

import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.password.PasswordResponseParser;

/** The API methods that only read, all that the bot ever calls; each may be repeated when its response is lost. */
public enum QueryMethod {
    LIST_GUESTS("SoftLayer_Account", "getVirtualGuests", ObjectMasks.GUEST_PROPERTIES),
    LIST_HARDWARE("SoftLayer_Account", "getHardware", ObjectMasks.HARDWARE_PROPERTIES),
    LIST_GUEST_STATUSES("SoftLayer_Account", "getVirtualGuests", ObjectMasks.GUEST_STATUS),
    LIST_HARDWARE_STATUSES("SoftLayer_Account", "getHardware", ObjectMasks.HARDWARE_STATUS),
    GUEST_STATUS("SoftLayer_Virtual_Guest", "getObject", ObjectMasks.GUEST_STATUS),
    SERVER_STATUS("SoftLayer_Hardware_Server", "getObject", ObjectMasks.SERVER_STATUS),
    INSPECT_GUEST("SoftLayer_Virtual_Guest", "getObject", ObjectMasks.GUEST_INSPECTION),
    INSPECT_SERVER("SoftLayer_Hardware_Server", "getObject", ObjectMasks.SERVER_INSPECTION),
    GUEST_LOGIN("SoftLayer_Virtual_Guest", "getObject", ObjectMasks.LOGIN),
    SERVER_LOGIN("SoftLayer_Hardware_Server", "getObject", ObjectMasks.LOGIN),
    GUEST_PASSWORDS("SoftLayer_Virtual_Guest", "getObject", ObjectMasks.PASSWORDS),
    SERVER_PASSWORDS("SoftLayer_Hardware_Server", "getObject", ObjectMasks.PASSWORDS),
    BOOT_IMAGE("SoftLayer_Virtual_Guest", "getIsoBootImage", ObjectMasks.ID),
    ISO_IMAGES("SoftLayer_Virtual_Disk_Image", "getPublicIsoImages", ObjectMasks.ISO_IMAGES),
    EVENTS("SoftLayer_Notification_Occurrence_Event", "getAllObjects", ObjectMasks.EVENTS),
    OPEN_TICKETS("SoftLayer_Account", "getOpenTickets", ObjectMasks.OPEN_TICKETS),
    USERS("SoftLayer_Account", "getUsers", ObjectMasks.USER_IDENTIFIERS),
    USER_PARENTS("SoftLayer_Account", "getUsers", ObjectMasks.USER_PARENTS),
    USER("SoftLayer_User_Customer", "getObject", ObjectMasks.USER),
    MASTER_USER("SoftLayer_Account", "getMasterUser", ObjectMasks.ID),
    CURRENT_USER("SoftLayer_Account", "getCurrentUser", ObjectMasks.CURRENT_USER);

    private final String service;
    private final String method;

    @SuppressWarnings("ImmutableEnumChecker") // a mask is a record of copied lists, which the check cannot see
    private final ObjectMask objectMask;

    QueryMethod(String service, String method, ObjectMask objectMask) {
        this.service = service;
        this.method = method;
        this.objectMask = objectMask;
    }

    /** The method that returns the passwords of a device. */
    public static QueryMethod passwordsFor(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? GUEST_PASSWORDS : SERVER_PASSWORDS;
    }

    /** Whether the response is for {@link PasswordResponseParser} alone (promise P6). */
    boolean returnsSecrets() {
        return this == GUEST_PASSWORDS || this == SERVER_PASSWORDS;
    }

    String service() {
        return service;
    }

    String method() {
        return method;
    }

    ObjectMask mask() {
        return objectMask;
    }

    /**
     * Whether it is called on one object. The account, the image catalogue and the events need no id (src/docs/platform/softlayer.md,
     * section REST rules).
     */
    boolean requiresObjectId() {
        return !service.equals("SoftLayer_Account") && this != ISO_IMAGES && this != EVENTS;
    }
}
