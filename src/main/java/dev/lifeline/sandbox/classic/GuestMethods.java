package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Controls;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.IsoImage;
import dev.lifeline.sandbox.classic.world.Kind;
import dev.lifeline.sandbox.classic.world.Permission;
import dev.lifeline.sandbox.classic.world.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a virtual guest can be told besides what any device can: rescue, ISO images, pause (softlayer.md 2.1, 2.2). */
final class GuestMethods {

    private static final String SERVICE = "Virtual_Guest";
    private static final String TRANSACTION = "Provisioning_Version1_Transaction";

    private GuestMethods() {}

    static Methods addTo(Methods methods) {
        DeviceMethods any = new DeviceMethods(Kind.VIRTUAL_GUEST, SERVICE);
        return any.addTo(methods)
                .method(
                        SERVICE,
                        "executeRescueLayer",
                        any.ordering(
                                Permission.RELOAD,
                                "Rescue Boot",
                                (device, request) -> request.estate()
                                        .controls()
                                        .bootToRescue(device, request.deed(), Optional.empty())))
                .method(SERVICE, "mountIsoImage", Method.returning(TRANSACTION, GuestMethods::mount))
                .method(SERVICE, "unmountIsoImage", Method.returning(TRANSACTION, GuestMethods::unmount))
                .method(SERVICE, "getIsoBootImage", Method.returning("Virtual_Disk_Image", GuestMethods::iso))
                .method(SERVICE, "powerOffSoft", any.managing(Controls::powerOff, "Power Off"))
                .method(SERVICE, "pause", any.managing(Controls::pause, "Pause"))
                .method(SERVICE, "resume", any.managing(Controls::resume, "Resume"));
    }

    private static Thing mount(Request request) {
        Device device = request.device(Kind.VIRTUAL_GUEST);
        request.requires(Permission.RELOAD);
        IsoImage image = image(request.number(0));
        Transaction begun = request.estate().controls().mount(device, request.deed(), image);
        return begun(request, device, "Boot From Image", begun);
    }

    private static IsoImage image(long id) {
        return IsoImage.PUBLIC.stream()
                .filter(image -> image.id() == id)
                .findFirst()
                .orElseThrow(() -> ApiError.notFound(Long.toString(id)));
    }

    private static Thing unmount(Request request) {
        Device device = request.device(Kind.VIRTUAL_GUEST);
        request.requires(Permission.RELOAD);
        Transaction begun = request.estate().controls().unmount(device, request.deed());
        return begun(request, device, "Unmount Image", begun);
    }

    private static Thing begun(Request request, Device device, String event, Transaction transaction) {
        request.estate().events().did(request.caller(), request.showing().now(), event, device.spec());
        return TransactionRows.row(transaction, new DeviceThing(device, request.showing()));
    }

    private static @Nullable Object iso(Request request) {
        return request.device(Kind.VIRTUAL_GUEST)
                .at(request.showing().now())
                .iso()
                .map(DeviceRows::isoImage)
                .orElse(null);
    }
}
