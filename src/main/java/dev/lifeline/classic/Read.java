package dev.lifeline.classic;

import dev.lifeline.device.Kind;

/** What can the provider be asked? Everything that the door ever reads; each is sent again when its answer is lost. */
enum Read {
    LIST_GUESTS("SoftLayer_Account", "getVirtualGuests", Masks.GUEST_FACTS),
    LIST_HARDWARE("SoftLayer_Account", "getHardware", Masks.METAL_FACTS),
    LOOK_AT_GUESTS("SoftLayer_Account", "getVirtualGuests", Masks.GUEST_LOOK),
    LOOK_AT_HARDWARE("SoftLayer_Account", "getHardware", Masks.METAL_LOOK),
    LOOK_AT_GUEST("SoftLayer_Virtual_Guest", "getObject", Masks.GUEST_LOOK),
    LOOK_AT_SERVER("SoftLayer_Hardware_Server", "getObject", Masks.METAL_LOOK_ONE),
    INSPECT_GUEST("SoftLayer_Virtual_Guest", "getObject", Masks.GUEST_INSPECTION),
    INSPECT_SERVER("SoftLayer_Hardware_Server", "getObject", Masks.METAL_INSPECTION),
    LOGIN_OF_GUEST("SoftLayer_Virtual_Guest", "getObject", Masks.LOGIN),
    LOGIN_OF_SERVER("SoftLayer_Hardware_Server", "getObject", Masks.LOGIN),
    PASSWORDS_OF_GUEST("SoftLayer_Virtual_Guest", "getObject", Masks.PASSWORDS),
    PASSWORDS_OF_SERVER("SoftLayer_Hardware_Server", "getObject", Masks.PASSWORDS),
    BOOT_IMAGE("SoftLayer_Virtual_Guest", "getIsoBootImage", Masks.ID),
    ISO_IMAGES("SoftLayer_Virtual_Disk_Image", "getPublicIsoImages", Masks.ISO_IMAGES),
    USERS("SoftLayer_Account", "getUsers", Masks.USER_NAMES),
    USER("SoftLayer_User_Customer", "getObject", Masks.USER),
    MASTER_USER("SoftLayer_Account", "getMasterUser", Masks.ID),
    CURRENT_USER("SoftLayer_Account", "getCurrentUser", Masks.CURRENT_USER);

    private final String service;
    private final String method;

    @SuppressWarnings("ImmutableEnumChecker") // a mask is a record of copied lists, which the check cannot see
    private final Mask mask;

    Read(String service, String method, Mask mask) {
        this.service = service;
        this.method = method;
        this.mask = mask;
    }

    /** The one question whose answer is a secret. */
    static Read passwordsOf(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? PASSWORDS_OF_GUEST : PASSWORDS_OF_SERVER;
    }

    /** Is its answer for {@link LoginReader} alone? */
    boolean ofSecrets() {
        return this == PASSWORDS_OF_GUEST || this == PASSWORDS_OF_SERVER;
    }

    String service() {
        return service;
    }

    String method() {
        return method;
    }

    Mask mask() {
        return mask;
    }

    /** Is it asked of one object? The account and the catalogue of images need no id (softlayer.md 1.2). */
    boolean ofOne() {
        return !service.equals("SoftLayer_Account") && this != ISO_IMAGES;
    }
}
