package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;

/**
 * What the time of a phase depends on, as far as the provider tells it beforehand.
 *
 * @param datacenter name of the data centre; empty where the provider names none
 */
public record DeviceClass(Kind kind, String datacenter, Size size) {

    private static final int MEGABYTES_PER_GIGABYTE = 1024;

    /** How the provider boots the rescue system: each way has a command of its own. */
    public enum Kind {
        GUEST,
        /** A guest that boots from the provider's rescue image. */
        GUEST_FROM_IMAGE,
        BARE_METAL
    }

    /** Memory of a guest; that of bare metal is not read. */
    public enum Size {
        UNKNOWN(Integer.MAX_VALUE),
        /** It boots the old rescue system (src/docs/platform/softlayer.md, section Launching). */
        UNDER_6_GB(6),
        UNDER_32_GB(32),
        LARGER(Integer.MAX_VALUE);

        private final int limitGigabytes;

        Size(int limitGigabytes) {
            this.limitGigabytes = limitGigabytes;
        }

        private static Size of(int memoryMegabytes) {
            if (memoryMegabytes <= 0) return UNKNOWN;
            int gigabytes = memoryMegabytes / MEGABYTES_PER_GIGABYTE;
            if (gigabytes < UNDER_6_GB.limitGigabytes) return UNDER_6_GB;
            return gigabytes < UNDER_32_GB.limitGigabytes ? UNDER_32_GB : LARGER;
        }
    }

    public static DeviceClass of(Device device) {
        if (device instanceof Device.VirtualGuest guest) return ofGuest(guest);
        return new DeviceClass(Kind.BARE_METAL, device.datacenter(), Size.UNKNOWN);
    }

    private static DeviceClass ofGuest(Device.VirtualGuest guest) {
        boolean fromImage = guest.operatingSystem().family() == Family.WINDOWS;
        return new DeviceClass(
                fromImage ? Kind.GUEST_FROM_IMAGE : Kind.GUEST, guest.datacenter(), Size.of(guest.memoryMegabytes()));
    }
}
