package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.DeviceCommands;
import dev.lifeline.sandbox.softlayer.account.CommandContext;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What both kinds of device can be asked and told. */
final class DeviceMethods {

    private static final Pattern IPV4_PATTERN =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private final DeviceType deviceType;
    private final String service;

    DeviceMethods(DeviceType deviceType, String service) {
        this.deviceType = deviceType;
        this.service = service;
    }

    MethodRegistry register(MethodRegistry methodRegistry) {
        for (String reboot : List.of("rebootDefault", "rebootSoft", "rebootHard", "powerCycle"))
            methodRegistry.addMethod(
                    service,
                    reboot,
                    remoteManagementMethod((deviceCommands, device, commandContext) -> deviceCommands.reboot(device, commandContext, reboot), "Reboot"));
        return methodRegistry.objects(service, apiRequest -> apiRequest.callerView().toApiObject(apiRequest.device(deviceType)))
                .addMethod(service, "powerOn", remoteManagementMethod(DeviceCommands::powerOn, "Power On"))
                .addMethod(service, "powerOff", remoteManagementMethod(DeviceCommands::powerOff, "Power Off"))
                .addMethod(service, "isPingable", ServiceMethod.returningScalar(this::isAnswering))
                .addMethod(service, "isBackendPingable", ServiceMethod.returningScalar(this::isAnswering))
                .addMethod(
                        service,
                        "getProvisionDate",
                        ServiceMethod.returningScalar(request -> request.device(deviceType).spec().provisionedAt()))
                .addMethod(service, "findByIpAddress", ServiceMethod.returningObject(service, this::findByIpAddress));
    }

    /** Something done to a device by its remote management. */
    @FunctionalInterface
    interface RemoteManagementCommand {
        void execute(DeviceCommands deviceCommands, Device device, CommandContext commandContext);
    }

    ServiceMethod remoteManagementMethod(RemoteManagementCommand remoteManagementCommand, String event) {
        return commandMethod(
                Permission.REMOTE_MANAGEMENT,
                event,
                (device, apiRequest) -> remoteManagementCommand.execute(apiRequest.fakeAccount().commands(), device, apiRequest.commandContext()));
    }

    /** Something done to a device. */
    @FunctionalInterface
    interface DeviceAction {
        void perform(Device device, ApiRequest apiRequest);
    }

    /** The device must be in sight, the permission held; what was done is in the event log. */
    ServiceMethod commandMethod(String permission, String event, DeviceAction deviceAction) {
        return ServiceMethod.command(apiRequest -> {
            Device device = apiRequest.device(deviceType);
            apiRequest.requirePermission(permission);
            deviceAction.perform(device, apiRequest);
            apiRequest.fakeAccount().eventLog().record(apiRequest.caller(), apiRequest.callerView().now(), event, device.spec());
        });
    }

    private boolean isAnswering(ApiRequest apiRequest) {
        Device device = apiRequest.device(deviceType);
        return device.snapshotAt(apiRequest.callerView().now()).appearance().answeringSystem() != AnsweringSystem.SILENT;
    }

    /** Primary addresses only; nothing, not an error, for one that nobody has (softlayer.md 2.5). */
    private @Nullable Object findByIpAddress(ApiRequest apiRequest) {
        String wanted = apiRequest.textParameter(0).orElse("");
        if (!IPV4_PATTERN.matcher(wanted).matches()) throw SoftLayerException.publicError("Invalid IP address of " + wanted);
        Optional<Device> found = apiRequest.fakeAccount()
                .fleet()
                .all(deviceType)
                .filter(device -> wanted.equals(device.spec().address())
                        || wanted.equals(device.spec().backendAddress()))
                .filter(apiRequest.callerView()::canSee)
                .findFirst();
        return found.map(apiRequest.callerView()::toApiObject).orElse(null);
    }
}
