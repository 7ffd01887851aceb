package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import java.util.List;

/** Users, their permissions and their device access (src/docs/platform/softlayer.md, section Users and permissions). */
final class UserMethods {

    private static final String SERVICE = "User_Customer";

    private UserMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        return registerPermissionMethods(methodRegistry.addService(SERVICE, apiRequest -> apiRequest.callerView().toApiObject(requireUser(apiRequest)))
                .addMethod(
                        SERVICE,
                        "isMasterUser",
                        ServiceMethod.returningScalar(request -> requireUser(request).isMasterUser()))
                .addMethod(SERVICE, "getAllowedHardwareIds", ServiceMethod.returningScalar(request -> allowedDeviceIds(request, DeviceType.HARDWARE)))
                .addMethod(
                        SERVICE,
                        "getAllowedVirtualGuestIds",
                        ServiceMethod.returningScalar(request -> allowedDeviceIds(request, DeviceType.VIRTUAL_GUEST)))
                .addMethod(SERVICE, "addHardwareAccess", addAccessMethod(DeviceType.HARDWARE, false))
                .addMethod(SERVICE, "addBulkHardwareAccess", addAccessMethod(DeviceType.HARDWARE, true))
                .addMethod(SERVICE, "addVirtualGuestAccess", addAccessMethod(DeviceType.VIRTUAL_GUEST, false))
                .addMethod(SERVICE, "addBulkVirtualGuestAccess", addAccessMethod(DeviceType.VIRTUAL_GUEST, true))
                .addMethod(SERVICE, "removeHardwareAccess", removeAccessMethod(DeviceType.HARDWARE, false))
                .addMethod(SERVICE, "removeBulkHardwareAccess", removeAccessMethod(DeviceType.HARDWARE, true))
                .addMethod(SERVICE, "removeVirtualGuestAccess", removeAccessMethod(DeviceType.VIRTUAL_GUEST, false))
                .addMethod(SERVICE, "removeBulkVirtualGuestAccess", removeAccessMethod(DeviceType.VIRTUAL_GUEST, true)));
    }

    private static MethodRegistry registerPermissionMethods(MethodRegistry methodRegistry) {
        return methodRegistry.addMethod(SERVICE, "addBulkPortalPermission", ServiceMethod.command(apiRequest -> addPermissions(apiRequest, apiRequest.listParameter())))
                .addMethod(SERVICE, "addPortalPermission", ServiceMethod.command(request -> addPermissions(request, singlePermission(request))))
                .addMethod(SERVICE, "removeBulkPortalPermission", ServiceMethod.command(request -> removePermissions(request, request.listParameter())))
                .addMethod(SERVICE, "removePortalPermission", ServiceMethod.command(request -> removePermissions(request, singlePermission(request))));
    }

    private static List<JsonNode> singlePermission(ApiRequest apiRequest) {
        return List.of(apiRequest.invocation()
                .parameter(0)
                .orElseThrow(() -> SoftLayerException.publicError("Please specify a permission key name.")));
    }

    private static void addPermissions(ApiRequest apiRequest, List<JsonNode> permissions) {
        apiRequest.fakeAccount().permissionGrants().addPermissions(apiRequest.caller(), requireUser(apiRequest), keyNames(permissions));
        recordEvent(apiRequest);
    }

    private static void removePermissions(ApiRequest apiRequest, List<JsonNode> permissions) {
        boolean cascade = apiRequest.invocation().parameter(1).map(JsonNode::asBoolean).orElse(false);
        apiRequest.fakeAccount().permissionGrants().removePermissions(apiRequest.caller(), requireUser(apiRequest), keyNames(permissions), cascade);
        recordEvent(apiRequest);
    }

    private static List<String> keyNames(List<JsonNode> permissions) {
        return permissions.stream().map(one -> one.path("keyName").asText("")).toList();
    }

    private static ServiceMethod addAccessMethod(DeviceType deviceType, boolean bulk) {
        return ServiceMethod.command(apiRequest -> {
            apiRequest.fakeAccount().permissionGrants().addAccess(apiRequest.caller(), requireUser(apiRequest), requireDevices(apiRequest, deviceType, bulk));
            recordEvent(apiRequest);
        });
    }

    private static ServiceMethod removeAccessMethod(DeviceType deviceType, boolean bulk) {
        return ServiceMethod.command(apiRequest -> {
            apiRequest.fakeAccount().permissionGrants().removeAccess(apiRequest.caller(), requireUser(apiRequest), requireDevices(apiRequest, deviceType, bulk));
            recordEvent(apiRequest);
        });
    }

    private static List<Device> requireDevices(ApiRequest apiRequest, DeviceType deviceType, boolean bulk) {
        List<Long> ids = bulk ? apiRequest.listParameter().stream().map(JsonNode::asLong).toList() : List.of(apiRequest.numberParameter(0));
        return ids.stream()
                .map(id -> apiRequest.callerView()
                        .findDevice(deviceType, id.toString())
                        .orElseThrow(() -> SoftLayerException.notFound(id.toString())))
                .toList();
    }

    private static void recordEvent(ApiRequest apiRequest) {
        apiRequest.fakeAccount()
                .eventLog()
                .record(apiRequest.caller(), apiRequest.callerView().now(), "Permission/Resource change", requireUser(apiRequest));
    }

    static CloudUser requireUser(ApiRequest apiRequest) {
        CloudUser user = apiRequest.fakeAccount()
                .users()
                .findById(apiRequest.objectId().length() > 18 ? -1 : Long.parseLong(apiRequest.objectId()))
                .orElseThrow(() -> SoftLayerException.notFound(apiRequest.objectId()));
        if (!apiRequest.fakeAccount().users().mayRead(apiRequest.caller(), user))
            throw new SoftLayerException(
                    500, "SoftLayer_Exception_PermissionDenied", "You do not have permission to access this user");
        return user;
    }

    /** Returns every device the user has access to, with full access or not; what the provider does there is not known. */
    private static List<Long> allowedDeviceIds(ApiRequest apiRequest, DeviceType deviceType) {
        CloudUser user = requireUser(apiRequest);
        return apiRequest.fakeAccount()
                .fleet()
                .all(deviceType)
                .filter(device -> user.hasFullAccess(deviceType) || user.accessTo(deviceType).allows(device.id()))
                .map(Device::id)
                .toList();
    }
}
