package dev.lifeline.device;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes the devices of drills. Their names begin with a word that no host name can begin with, so that none is taken for a real device,
 * wherever it is named.
 */
public final class Drill {

    /** A colon is in no host name (RFC 952, RFC 1123). */
    private static final String NAME_PREFIX = "drill:";

    private static final String PRACTICE_HOSTNAME = "practice";

    /** Set aside for documentation, reached by nobody (RFC 5737). */
    private static final Addresses ADDRESSES = new Addresses(Optional.of("192.0.2.1"), Optional.empty());

    private static final int PRACTICE_MEMORY_MEGABYTES = 8_192;

    private Drill() {}

    /** Whether this is what the name of a drill's device begins with. */
    public static boolean isName(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).startsWith(NAME_PREFIX);
    }

    /**
     * A simulated device that is like a real one, except that it is on and idle.
     *
     * @param person who rehearses, by an id that they have for ever
     */
    public static Inspection rehearsal(Device real, String person, Instant now) {
        Device.Details details = new Device.Details(
                DeviceId.simulated(person, Optional.of(real.id())),
                new DeviceName(NAME_PREFIX + real.name().hostname(), real.name().domain()),
                ADDRESSES,
                real.operatingSystem(),
                real.datacenter(),
                real.tags());
        Device device = real instanceof Device.VirtualGuest guest
                ? new Device.VirtualGuest(
                        details, guest.memoryMegabytes(), guest.transientGuest(), guest.onDedicatedHost())
                : new Device.Hardware(details, ((Device.Hardware) real).remoteManagementDisabled());
        return onAndIdle(device, now);
    }

    /**
     * A simulated Linux guest that is like no device in particular: it has no tags and no data centre.
     *
     * @param account in which the person has the rights that the rescue of a device would take
     */
    public static Inspection practice(String person, AccountName account, Instant now) {
        Device.Details details = new Device.Details(
                DeviceId.simulated(person, Optional.empty()).in(account),
                new DeviceName(NAME_PREFIX + PRACTICE_HOSTNAME, ""),
                ADDRESSES,
                new OperatingSystem(OperatingSystem.Family.LINUX, "Linux"),
                "",
                Set.of());
        return onAndIdle(new Device.VirtualGuest(details, PRACTICE_MEMORY_MEGABYTES, false, false), now);
    }

    private static Inspection onAndIdle(Device device, Instant now) {
        Transaction earlier = new Transaction(1, "DRILL_DONE", "", now, Optional.empty());
        DeviceStatus status = new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(earlier), OptionalLong.empty(), Optional.empty());
        return new Inspection(device, status, true, false, true, true);
    }
}
