package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.DeviceCommands;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.IsoImage;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The methods of virtual guests only: rescue, ISO images, pause (src/docs/platform/softlayer.md, section Launching and
 * section Reboot / power / exit).
 */
final class GuestMethods {

    private static final String SERVICE = "Virtual_Guest";
    private static final String TRANSACTION_TYPE = "Provisioning_Version1_Transaction";

    private GuestMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        DeviceMethods deviceMethods = new DeviceMethods(DeviceType.VIRTUAL_GUEST, SERVICE);
        return deviceMethods.register(methodRegistry)
                .addMethod(
                        SERVICE,
                        "executeRescueLayer",
                        deviceMethods.commandMethod(
                                Permission.SERVER_RELOAD,
                                "Rescue Boot",
                                (device, apiRequest) -> apiRequest.fakeAccount()
                                        .commands()
                                        .bootToRescue(device, apiRequest.commandContext(), Optional.empty())))
                .addMethod(SERVICE, "mountIsoImage", ServiceMethod.returningObject(TRANSACTION_TYPE, GuestMethods::mountIsoImage))
                .addMethod(SERVICE, "unmountIsoImage", ServiceMethod.returningObject(TRANSACTION_TYPE, GuestMethods::unmountIsoImage))
                .addMethod(SERVICE, "getIsoBootImage", ServiceMethod.returningObject("Virtual_Disk_Image", GuestMethods::isoBootImage))
                .addMethod(SERVICE, "powerOffSoft", deviceMethods.remoteManagementMethod(DeviceCommands::powerOff, "Power Off"))
                .addMethod(SERVICE, "pause", deviceMethods.remoteManagementMethod(DeviceCommands::pause, "Pause"))
                .addMethod(SERVICE, "resume", deviceMethods.remoteManagementMethod(DeviceCommands::resume, "Resume"));
    }

    private static ApiObject mountIsoImage(ApiRequest apiRequest) {
        Device device = apiRequest.device(DeviceType.VIRTUAL_GUEST);
        apiRequest.requirePermission(Permission.SERVER_RELOAD);
        IsoImage image = findImage(apiRequest.numberParameter(0));
        Transaction transaction = apiRequest.fakeAccount().commands().mountIsoImage(device, apiRequest.commandContext(), image);
        return logAndShowTransaction(apiRequest, device, "Boot From Image", transaction);
    }

    private static IsoImage findImage(long id) {
        return IsoImage.PUBLIC_IMAGES.stream()
                .filter(image -> image.id() == id)
                .findFirst()
                .orElseThrow(() -> SoftLayerException.notFound(Long.toString(id)));
    }

    private static ApiObject unmountIsoImage(ApiRequest apiRequest) {
        Device device = apiRequest.device(DeviceType.VIRTUAL_GUEST);
        apiRequest.requirePermission(Permission.SERVER_RELOAD);
        Transaction transaction = apiRequest.fakeAccount().commands().unmountIsoImage(device, apiRequest.commandContext());
        return logAndShowTransaction(apiRequest, device, "Unmount Image", transaction);
    }

    private static ApiObject logAndShowTransaction(ApiRequest apiRequest, Device device, String event, Transaction transaction) {
        apiRequest.fakeAccount().eventLog().record(apiRequest.caller(), apiRequest.callerView().now(), event, device.spec());
        return TransactionObjects.transactionObject(transaction, new DeviceObject(device, apiRequest.callerView()));
    }

    private static @Nullable Object isoBootImage(ApiRequest apiRequest) {
        return apiRequest.device(DeviceType.VIRTUAL_GUEST)
                .snapshotAt(apiRequest.callerView().now())
                .isoImage()
                .map(DeviceRelations::isoImage)
                .orElse(null);
    }
}
