package dev.lifeline.faultinjection;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RescueSystem;

/** The device types of a trial, each with a device of the fake account. */
enum TrialDevice {
    LINUX_GUEST("Linux guest", DeviceId.virtualGuest(104870101), "executeRescueLayer", "rebootDefault"),
    WINDOWS_GUEST("Windows guest", DeviceId.virtualGuest(104870133), "mountIsoImage", "unmountIsoImage"),
    LINUX_BARE_METAL("Linux bare metal", DeviceId.hardware(2154871), "bootToRescueLayer", "rebootDefault"),
    WINDOWS_BARE_METAL("Windows bare metal", DeviceId.hardware(2154902), "bootToRescueLayer", "rebootDefault"),
    BARE_METAL_WITHOUT_OS(
            "bare metal without a system", DeviceId.hardware(2155318), "bootToRescueLayer", "rebootDefault");

    private final String description;
    private final DeviceId id;
    private final String launchMethod;
    private final String exitMethod;

    TrialDevice(String description, DeviceId id, String launchMethod, String exitMethod) {
        this.description = description;
        this.id = id;
        this.launchMethod = launchMethod;
        this.exitMethod = exitMethod;
    }

    String description() {
        return description;
    }

    DeviceId id() {
        return id;
    }

    /** The method that boots the rescue kernel. */
    String launchMethod() {
        return launchMethod;
    }

    /** The method that exits it. */
    String exitMethod() {
        return exitMethod;
    }

    /** The method used when the exit had no effect; a guest with a mounted image gets it unmounted again. */
    String powerCycleMethod() {
        return this == WINDOWS_GUEST ? exitMethod : "rebootHard";
    }

    /** The method that lists devices of this type. */
    String listMethod() {
        return "SoftLayer_Account::" + (isGuest() ? "getVirtualGuests" : "getHardware");
    }

    boolean isGuest() {
        return this == LINUX_GUEST || this == WINDOWS_GUEST;
    }

    String serviceName() {
        return isGuest() ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware_Server";
    }

    RescueSystem rescueSystem() {
        return this == BARE_METAL_WITHOUT_OS ? RescueSystem.LINUX : RescueSystem.AS_INSTALLED;
    }
}
