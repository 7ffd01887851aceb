package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Kind;
import dev.lifeline.sandbox.classic.world.Permission;
import dev.lifeline.sandbox.classic.world.Power;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What bare metal can be told besides what any device can (softlayer.md 2.1 to 2.3). */
final class HardwareMethods {

    private static final Set<String> ENVIRONMENTS = Set.of("LINUX", "WINDOWS");

    private HardwareMethods() {}

    static Methods addTo(Methods methods) {
        add(methods, "Hardware_Server");
        methods.method(
                "Hardware_Server",
                "isWindowsServer",
                Method.scalar(request -> request.device(Kind.HARDWARE).spec().isWindows()));
        return add(methods, "Hardware");
    }

    private static Methods add(Methods methods, String service) {
        DeviceMethods any = new DeviceMethods(Kind.HARDWARE, service);
        return any.addTo(methods)
                .method(
                        service,
                        "bootToRescueLayer",
                        any.ordering(Permission.RELOAD, "Rescue Boot", HardwareMethods::rescue))
                .method(service, "getServerPowerState", Method.scalar(HardwareMethods::power));
    }

    private static void rescue(Device device, Request request) {
        Optional<String> wanted = request.text(0).map(name -> name.toUpperCase(Locale.ROOT));
        if (wanted.filter(name -> !ENVIRONMENTS.contains(name)).isPresent())
            throw ApiError.invalidValue("Invalid boot environment '" + wanted.get() + "'.");
        request.estate().controls().bootToRescue(device, request.deed(), wanted);
    }

    private static String power(Request request) {
        Device device = request.device(Kind.HARDWARE);
        request.requires(Permission.REMOTE_MANAGEMENT);
        return device.at(request.showing().now()).look().power() == Power.RUNNING ? "on" : "off";
    }
}
