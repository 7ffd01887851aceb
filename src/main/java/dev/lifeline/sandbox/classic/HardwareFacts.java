package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Permission;
import dev.lifeline.sandbox.classic.world.Power;
import dev.lifeline.sandbox.classic.world.RemoteCommand;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What can be said of bare metal: no power state, but a hardware state (softlayer.md 2.3). */
final class HardwareFacts {

    private static final long ACTIVE = 5;

    static final Facts ALL = sized(DeviceFacts.common())
            .fact("privateIpAddress", thing -> thing.spec().backendAddress())
            .fact("hardwareStatusId", thing -> ACTIVE)
            .fact(
                    "hardwareStatus",
                    thing -> Row.of("Hardware_Status").with("id", ACTIVE).with("status", "ACTIVE"))
            .fact("hardwareState", HardwareFacts::state)
            .fact("isIpmiDisabled", thing -> false)
            .fact("customerInstalledOperatingSystemFlag", thing -> false)
            .fact("recentRemoteManagementCommands", HardwareFacts::commands)
            .fact("bareMetalInstanceFlag", thing -> 0L)
            .fact("serviceProviderId", thing -> 1L)
            .fact("manufacturerSerialNumber", thing -> "S" + thing.spec().id() + "X");

    private HardwareFacts() {}

    private static Facts sized(Facts facts) {
        return facts.fact("memoryCapacity", thing -> (long) thing.spec().memory())
                .fact("processorPhysicalCoreAmount", thing -> 16L);
    }

    static boolean isOn(DeviceThing thing) {
        return thing.view().look().power() == Power.RUNNING;
    }

    private static Thing state(DeviceThing thing) {
        return Row.of("Hardware_State")
                .with("id", thing.spec().id() + 900_000L)
                .with("hardwareId", thing.spec().id())
                .with("deviceStatusId", isOn(thing) ? 1L : 2L)
                .linking("deviceStatus", () -> DeviceRows.deviceStatus(isOn(thing)));
    }

    /** The last five, newest first, for those who hold the permission. */
    private static List<Thing> commands(DeviceThing thing) {
        if (!thing.callerHolds(Permission.REMOTE_MANAGEMENT)) return List.of();
        return thing.view().commands().stream()
                .map(command -> command(thing, command))
                .toList();
    }

    private static Thing command(DeviceThing thing, RemoteCommand command) {
        return Row.of("Hardware_Component_RemoteManagement_Command_Request")
                .with("createDate", command.at().truncatedTo(ChronoUnit.SECONDS))
                .with("modifyDate", command.at().truncatedTo(ChronoUnit.SECONDS))
                .with("hardwareId", thing.spec().id())
                .with("processed", true)
                .linking(
                        "remoteManagementCommand",
                        () -> Row.of("Hardware_Component_RemoteManagement_Command")
                                .with("keyName", command.keyName())
                                .with("name", command.keyName()))
                .linking(
                        "user",
                        () -> thing.showing()
                                .estate()
                                .people()
                                .withId(command.userId())
                                .map(thing.showing()::show)
                                .orElse(null));
    }
}
