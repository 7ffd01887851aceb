package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Power;

/** What can be said of a virtual guest (softlayer.md 2.3). */
final class GuestFacts {

    private static final int MEGABYTES = 1024;

    static final Facts ALL = sized(DeviceFacts.common())
            .fact("uuid", thing -> DeviceFacts.uuid(thing.spec()))
            .fact("createDate", thing -> thing.spec().provisioned())
            .fact("modifyDate", thing -> thing.spec().provisioned())
            .fact("statusId", thing -> 1001L)
            .fact("status", thing -> DeviceRows.keyed("Virtual_Guest_Status", 1001, "ACTIVE", "Active"))
            .fact("powerState", GuestFacts::power)
            .fact("lastKnownPowerState", GuestFacts::power)
            .fact("deviceStatus", thing -> DeviceRows.deviceStatus(isOn(thing)))
            .fact("deviceStatusId", thing -> isOn(thing) ? 1L : 2L)
            .fact("blockDevices", DeviceRows::blockDevices)
            .fact("transientGuestFlag", thing -> false)
            .fact("dedicatedAccountHostOnlyFlag", thing -> false)
            .fact("localDiskFlag", thing -> false)
            .fact("typeId", thing -> 1L)
            .fact("type", thing -> DeviceRows.keyed("Virtual_Guest_Type", 1, "STANDARD", "Standard"));

    private GuestFacts() {}

    private static Facts sized(Facts facts) {
        return facts.fact("maxMemory", thing -> (long) thing.spec().memory() * MEGABYTES)
                .fact("maxCpu", thing -> Math.max(1L, thing.spec().memory() / 4))
                .fact("startCpus", thing -> Math.max(1L, thing.spec().memory() / 4))
                .fact("maxCpuUnits", thing -> "CORE");
    }

    private static boolean isOn(DeviceThing thing) {
        return thing.view().look().power() == Power.RUNNING;
    }

    private static Thing power(DeviceThing thing) {
        Power power = thing.view().look().power();
        return DeviceRows.keyed("Virtual_Guest_Power_State", power.id(), power.name(), power.display());
    }
}
