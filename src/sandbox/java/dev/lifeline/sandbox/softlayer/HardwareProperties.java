package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.Power;
import dev.lifeline.sandbox.softlayer.account.RemoteCommand;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What can be said of bare metal: no power state, but a hardware state (softlayer.md 2.3). */
final class HardwareProperties {

    private static final long ACTIVE_STATUS_ID = 5;

    static final PropertyTable PROPERTIES = addSize(DeviceProperties.commonProperties())
            .add("privateIpAddress", thing -> thing.spec().backendAddress())
            .add("hardwareStatusId", thing -> ACTIVE_STATUS_ID)
            .add(
                    "hardwareStatus",
                    thing -> MapObject.ofType("Hardware_Status").withProperty("id", ACTIVE_STATUS_ID).withProperty("status", "ACTIVE"))
            .add("hardwareState", HardwareProperties::hardwareState)
            .add("isIpmiDisabled", thing -> false)
            .add("customerInstalledOperatingSystemFlag", thing -> false)
            .add("recentRemoteManagementCommands", HardwareProperties::recentCommandRequests)
            .add("bareMetalInstanceFlag", thing -> 0L)
            .add("serviceProviderId", thing -> 1L)
            .add("manufacturerSerialNumber", thing -> "S" + thing.spec().id() + "X");

    private HardwareProperties() {}

    private static PropertyTable addSize(PropertyTable propertyTable) {
        return propertyTable.add("memoryCapacity", thing -> (long) thing.spec().memoryGigabytes())
                .add("processorPhysicalCoreAmount", thing -> 16L);
    }

    static boolean isPoweredOn(DeviceObject thing) {
        return thing.snapshot().appearance().power() == Power.RUNNING;
    }

    private static ApiObject hardwareState(DeviceObject thing) {
        return MapObject.ofType("Hardware_State")
                .withProperty("id", thing.spec().id() + 900_000L)
                .withProperty("hardwareId", thing.spec().id())
                .withProperty("deviceStatusId", isPoweredOn(thing) ? 1L : 2L)
                .withRelation("deviceStatus", () -> DeviceRelations.deviceStatus(isPoweredOn(thing)));
    }

    /** The last five, newest first, for those who hold the permission. */
    private static List<ApiObject> recentCommandRequests(DeviceObject thing) {
        if (!thing.callerHasPermission(Permission.REMOTE_MANAGEMENT)) return List.of();
        return thing.snapshot().recentCommands().stream()
                .map(command -> commandRequest(thing, command))
                .toList();
    }

    private static ApiObject commandRequest(DeviceObject thing, RemoteCommand command) {
        return MapObject.ofType("Hardware_Component_RemoteManagement_Command_Request")
                .withProperty("createDate", command.issuedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("modifyDate", command.issuedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("hardwareId", thing.spec().id())
                .withProperty("processed", true)
                .withRelation(
                        "remoteManagementCommand",
                        () -> MapObject.ofType("Hardware_Component_RemoteManagement_Command")
                                .withProperty("keyName", command.keyName())
                                .withProperty("name", command.keyName()))
                .withRelation(
                        "user",
                        () -> thing.callerView()
                                .fakeAccount()
                                .users()
                                .findById(command.userId())
                                .map(thing.callerView()::toApiObject)
                                .orElse(null));
    }
}
