package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Power;

/** What can be said of a virtual guest (softlayer.md 2.3). */
final class GuestProperties {

    private static final int MEGABYTES_PER_GIGABYTE = 1024;

    static final PropertyTable PROPERTIES = addSize(DeviceProperties.commonProperties())
            .add("uuid", thing -> DeviceProperties.uuid(thing.spec()))
            .add("createDate", thing -> thing.spec().provisionedAt())
            .add("modifyDate", thing -> thing.spec().provisionedAt())
            .add("statusId", thing -> 1001L)
            .add("status", thing -> DeviceRelations.keyNameObject("Virtual_Guest_Status", 1001, "ACTIVE", "Active"))
            .add("powerState", GuestProperties::powerState)
            .add("lastKnownPowerState", GuestProperties::powerState)
            .add("deviceStatus", thing -> DeviceRelations.deviceStatus(isPoweredOn(thing)))
            .add("deviceStatusId", thing -> isPoweredOn(thing) ? 1L : 2L)
            .add("blockDevices", DeviceRelations::blockDevices)
            .add("transientGuestFlag", thing -> false)
            .add("dedicatedAccountHostOnlyFlag", thing -> false)
            .add("localDiskFlag", thing -> false)
            .add("typeId", thing -> 1L)
            .add("type", thing -> DeviceRelations.keyNameObject("Virtual_Guest_Type", 1, "STANDARD", "Standard"));

    private GuestProperties() {}

    private static PropertyTable addSize(PropertyTable propertyTable) {
        return propertyTable.add("maxMemory", thing -> (long) thing.spec().memoryGigabytes() * MEGABYTES_PER_GIGABYTE)
                .add("maxCpu", thing -> Math.max(1L, thing.spec().memoryGigabytes() / 4))
                .add("startCpus", thing -> Math.max(1L, thing.spec().memoryGigabytes() / 4))
                .add("maxCpuUnits", thing -> "CORE");
    }

    private static boolean isPoweredOn(DeviceObject thing) {
        return thing.snapshot().appearance().power() == Power.RUNNING;
    }

    private static ApiObject powerState(DeviceObject thing) {
        Power power = thing.snapshot().appearance().power();
        return DeviceRelations.keyNameObject("Virtual_Guest_Power_State", power.id(), power.name(), power.displayName());
    }
}
