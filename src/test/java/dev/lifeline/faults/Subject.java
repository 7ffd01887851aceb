package dev.lifeline.faults;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RescueSystem;

/** Which kinds of device are there, and who of the pretend account stands for each? */
enum Subject {
    LINUX_GUEST("Linux guest", DeviceId.virtualGuest(104870101), "executeRescueLayer", "rebootDefault"),
    WINDOWS_GUEST("Windows guest", DeviceId.virtualGuest(104870133), "mountIsoImage", "unmountIsoImage"),
    LINUX_METAL("Linux bare metal", DeviceId.hardware(2154871), "bootToRescueLayer", "rebootDefault"),
    WINDOWS_METAL("Windows bare metal", DeviceId.hardware(2154902), "bootToRescueLayer", "rebootDefault"),
    EMPTY_METAL("bare metal without a system", DeviceId.hardware(2155318), "bootToRescueLayer", "rebootDefault");

    private final String words;
    private final DeviceId id;
    private final String launch;
    private final String giveBack;

    Subject(String words, DeviceId id, String launch, String giveBack) {
        this.words = words;
        this.id = id;
        this.launch = launch;
        this.giveBack = giveBack;
    }

    String words() {
        return words;
    }

    DeviceId id() {
        return id;
    }

    /** The method that boots it into the rescue kernel. */
    String launch() {
        return launch;
    }

    /** The method that boots it back. */
    String giveBack() {
        return giveBack;
    }

    /** The method that boots it back where that does not help; a guest with an image in its drive gets it taken out again. */
    String powerCycle() {
        return this == WINDOWS_GUEST ? giveBack : "rebootHard";
    }

    /** The method that lists its kind. */
    String list() {
        return "SoftLayer_Account::" + (isGuest() ? "getVirtualGuests" : "getHardware");
    }

    boolean isGuest() {
        return this == LINUX_GUEST || this == WINDOWS_GUEST;
    }

    String service() {
        return isGuest() ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware_Server";
    }

    RescueSystem system() {
        return this == EMPTY_METAL ? RescueSystem.LINUX : RescueSystem.AS_INSTALLED;
    }
}
