package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.Power;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of bare metal only (src/docs/platform/softlayer.md, section Launching, section Reboot / power / exit, and
 * section Reading one device).
 */
final class HardwareMethods {

    private static final Set<String> BOOT_ENVIRONMENTS = Set.of("LINUX", "WINDOWS");

    private HardwareMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        registerService(methodRegistry, "Hardware_Server");
        methodRegistry.addMethod(
                "Hardware_Server",
                "isWindowsServer",
                ServiceMethod.returningScalar(apiRequest -> apiRequest.device(DeviceType.HARDWARE).spec().isWindows()));
        return registerService(methodRegistry, "Hardware");
    }

    private static MethodRegistry registerService(MethodRegistry methodRegistry, String service) {
        DeviceMethods deviceMethods = new DeviceMethods(DeviceType.HARDWARE, service);
        return deviceMethods.register(methodRegistry)
                .addMethod(
                        service,
                        "bootToRescueLayer",
                        deviceMethods.commandMethod(Permission.SERVER_RELOAD, "Rescue Boot", HardwareMethods::bootToRescueLayer))
                .addMethod(service, "getServerPowerState", ServiceMethod.returningScalar(HardwareMethods::serverPowerState));
    }

    private static void bootToRescueLayer(Device device, ApiRequest apiRequest) {
        Optional<String> environment = apiRequest.textParameter(0).map(name -> name.toUpperCase(Locale.ROOT));
        if (environment.filter(name -> !BOOT_ENVIRONMENTS.contains(name)).isPresent())
            throw SoftLayerException.invalidValue("Invalid boot environment '" + environment.get() + "'.");
        apiRequest.fakeAccount().commands().bootToRescue(device, apiRequest.commandContext(), environment);
    }

    private static String serverPowerState(ApiRequest apiRequest) {
        Device device = apiRequest.device(DeviceType.HARDWARE);
        apiRequest.requirePermission(Permission.REMOTE_MANAGEMENT);
        return device.snapshotAt(apiRequest.callerView().now()).appearance().power() == Power.RUNNING ? "on" : "off";
    }
}
