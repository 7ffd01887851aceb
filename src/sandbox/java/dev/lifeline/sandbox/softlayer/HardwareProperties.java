package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.Power;
import dev.lifeline.sandbox.softlayer.account.RemoteCommand;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The properties of bare metal; it has a hardware state instead of a power state (src/docs/platform/softlayer.md, section
 * Reading one device).
 */
final class HardwareProperties {

    private static final long ACTIVE_STATUS_ID = 5;

    static final PropertyTable PROPERTIES = addSize(DeviceProperties.commonProperties())
            .add("privateIpAddress", device -> device.spec().backendAddress())
            .add("hardwareStatusId", device -> ACTIVE_STATUS_ID)
            .add(
                    "hardwareStatus",
                    device -> MapObject.ofType("Hardware_Status").withProperty("id", ACTIVE_STATUS_ID).withProperty("status", "ACTIVE"))
            .add("hardwareState", HardwareProperties::hardwareState)
            .add("isIpmiDisabled", device -> false)
            .add("customerInstalledOperatingSystemFlag", device -> false)
            .add("recentRemoteManagementCommands", HardwareProperties::recentCommandRequests)
            .add("bareMetalInstanceFlag", device -> 0L)
            .add("serviceProviderId", device -> 1L)
            .add("manufacturerSerialNumber", device -> "S" + device.spec().id() + "X");

    private HardwareProperties() {}

    private static PropertyTable addSize(PropertyTable propertyTable) {
        return propertyTable.add("memoryCapacity", device -> (long) device.spec().memoryGigabytes())
                .add("processorPhysicalCoreAmount", device -> 16L);
    }

    static boolean isPoweredOn(DeviceObject device) {
        return device.snapshot().appearance().power() == Power.RUNNING;
    }

    private static ApiObject hardwareState(DeviceObject device) {
        return MapObject.ofType("Hardware_State")
                .withProperty("id", device.spec().id() + 900_000L)
                .withProperty("hardwareId", device.spec().id())
                .withProperty("deviceStatusId", isPoweredOn(device) ? 1L : 2L)
                .withRelation("deviceStatus", () -> DeviceRelations.deviceStatus(isPoweredOn(device)));
    }

    /** The last five commands, newest first, for callers with the permission. */
    private static List<ApiObject> recentCommandRequests(DeviceObject device) {
        if (!device.callerHasPermission(Permission.REMOTE_MANAGEMENT)) return List.of();
        return device.snapshot().recentCommands().stream()
                .map(command -> commandRequest(device, command))
                .toList();
    }

    private static ApiObject commandRequest(DeviceObject device, RemoteCommand command) {
        return MapObject.ofType("Hardware_Component_RemoteManagement_Command_Request")
                .withProperty("createDate", command.issuedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("modifyDate", command.issuedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("hardwareId", device.spec().id())
                .withProperty("processed", true)
                .withRelation(
                        "remoteManagementCommand",
                        () -> MapObject.ofType("Hardware_Component_RemoteManagement_Command")
                                .withProperty("keyName", command.keyName())
                                .withProperty("name", command.keyName()))
                .withRelation(
                        "user",
                        () -> device.callerView()
                                .fakeAccount()
                                .users()
                                .findById(command.userId())
                                .map(device.callerView()::toApiObject)
                                .orElse(null));
    }
}
