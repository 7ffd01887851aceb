package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Power;

/** The properties of virtual guests (src/docs/platform/softlayer.md, section Reading one device). */
final class GuestProperties {

    private static final int MEGABYTES_PER_GIGABYTE = 1024;

    static final PropertyTable PROPERTIES = addSize(DeviceProperties.commonProperties())
            .add("uuid", device -> DeviceProperties.uuid(device.spec()))
            .add("createDate", device -> device.spec().provisionedAt())
            .add("modifyDate", device -> device.spec().provisionedAt())
            .add("statusId", device -> 1001L)
            .add("status", device -> DeviceRelations.keyNameObject("Virtual_Guest_Status", 1001, "ACTIVE", "Active"))
            .add("powerState", GuestProperties::powerState)
            .add("lastKnownPowerState", GuestProperties::powerState)
            .add("deviceStatus", device -> DeviceRelations.deviceStatus(isPoweredOn(device)))
            .add("deviceStatusId", device -> isPoweredOn(device) ? 1L : 2L)
            .add("blockDevices", DeviceRelations::blockDevices)
            .add("transientGuestFlag", device -> false)
            .add("dedicatedAccountHostOnlyFlag", device -> false)
            .add("localDiskFlag", device -> false)
            .add("typeId", device -> 1L)
            .add("type", device -> DeviceRelations.keyNameObject("Virtual_Guest_Type", 1, "STANDARD", "Standard"));

    private GuestProperties() {}

    private static PropertyTable addSize(PropertyTable propertyTable) {
        return propertyTable.add("maxMemory", device -> (long) device.spec().memoryGigabytes() * MEGABYTES_PER_GIGABYTE)
                .add("maxCpu", device -> Math.max(1L, device.spec().memoryGigabytes() / 4))
                .add("startCpus", device -> Math.max(1L, device.spec().memoryGigabytes() / 4))
                .add("maxCpuUnits", device -> "CORE");
    }

    private static boolean isPoweredOn(DeviceObject device) {
        return device.snapshot().appearance().power() == Power.RUNNING;
    }

    private static ApiObject powerState(DeviceObject device) {
        Power power = device.snapshot().appearance().power();
        return DeviceRelations.keyNameObject("Virtual_Guest_Power_State", power.id(), power.name(), power.displayName());
    }
}
