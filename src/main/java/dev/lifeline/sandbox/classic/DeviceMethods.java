package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.Controls;
import dev.lifeline.sandbox.classic.world.Deed;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Kind;
import dev.lifeline.sandbox.classic.world.Permission;
import dev.lifeline.sandbox.classic.world.Serving;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What both kinds of device can be asked and told. */
final class DeviceMethods {

    private static final Pattern IP =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private final Kind kind;
    private final String service;

    DeviceMethods(Kind kind, String service) {
        this.kind = kind;
        this.service = service;
    }

    Methods addTo(Methods methods) {
        for (String reboot : List.of("rebootDefault", "rebootSoft", "rebootHard", "powerCycle"))
            methods.method(
                    service,
                    reboot,
                    managing((controls, device, deed) -> controls.reboot(device, deed, reboot), "Reboot"));
        return methods.objects(service, request -> request.showing().show(request.device(kind)))
                .method(service, "powerOn", managing(Controls::powerOn, "Power On"))
                .method(service, "powerOff", managing(Controls::powerOff, "Power Off"))
                .method(service, "isPingable", Method.scalar(this::answers))
                .method(service, "isBackendPingable", Method.scalar(this::answers))
                .method(
                        service,
                        "getProvisionDate",
                        Method.scalar(request -> request.device(kind).spec().provisioned()))
                .method(service, "findByIpAddress", Method.returning(service, this::byAddress));
    }

    /** Something done to a device by its remote management. */
    @FunctionalInterface
    interface Command {
        void give(Controls controls, Device device, Deed deed);
    }

    Method managing(Command command, String event) {
        return ordering(
                Permission.REMOTE_MANAGEMENT,
                event,
                (device, request) -> command.give(request.estate().controls(), device, request.deed()));
    }

    /** Something done to a device. */
    @FunctionalInterface
    interface Act {
        void on(Device device, Request request);
    }

    /** The device must be in sight, the permission held; what was done is in the event log. */
    Method ordering(String permission, String event, Act act) {
        return Method.order(request -> {
            Device device = request.device(kind);
            request.requires(permission);
            act.on(device, request);
            request.estate().events().did(request.caller(), request.showing().now(), event, device.spec());
        });
    }

    private boolean answers(Request request) {
        Device device = request.device(kind);
        return device.at(request.showing().now()).look().serving() != Serving.SILENT;
    }

    /** Primary addresses only; nothing, not an error, for one that nobody has (softlayer.md 2.5). */
    private @Nullable Object byAddress(Request request) {
        String wanted = request.text(0).orElse("");
        if (!IP.matcher(wanted).matches()) throw ApiError.publicly("Invalid IP address of " + wanted);
        Optional<Device> found = request.estate()
                .fleet()
                .all(kind)
                .filter(device -> wanted.equals(device.spec().address())
                        || wanted.equals(device.spec().backendAddress()))
                .filter(request.showing()::sees)
                .findFirst();
        return found.map(request.showing()::show).orElse(null);
    }
}
