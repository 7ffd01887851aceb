package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Kind;
import java.util.List;

/** Users, their permissions and their access to devices (softlayer.md 2.6). */
final class UserMethods {

    private static final String SERVICE = "User_Customer";

    private UserMethods() {}

    static Methods addTo(Methods methods) {
        return permissions(methods.objects(SERVICE, request -> request.showing().show(user(request)))
                .method(
                        SERVICE,
                        "isMasterUser",
                        Method.scalar(request -> user(request).isOwner()))
                .method(SERVICE, "getAllowedHardwareIds", Method.scalar(request -> allowed(request, Kind.HARDWARE)))
                .method(
                        SERVICE,
                        "getAllowedVirtualGuestIds",
                        Method.scalar(request -> allowed(request, Kind.VIRTUAL_GUEST)))
                .method(SERVICE, "addHardwareAccess", adding(Kind.HARDWARE, false))
                .method(SERVICE, "addBulkHardwareAccess", adding(Kind.HARDWARE, true))
                .method(SERVICE, "addVirtualGuestAccess", adding(Kind.VIRTUAL_GUEST, false))
                .method(SERVICE, "addBulkVirtualGuestAccess", adding(Kind.VIRTUAL_GUEST, true))
                .method(SERVICE, "removeHardwareAccess", removing(Kind.HARDWARE, false))
                .method(SERVICE, "removeBulkHardwareAccess", removing(Kind.HARDWARE, true))
                .method(SERVICE, "removeVirtualGuestAccess", removing(Kind.VIRTUAL_GUEST, false))
                .method(SERVICE, "removeBulkVirtualGuestAccess", removing(Kind.VIRTUAL_GUEST, true)));
    }

    private static Methods permissions(Methods methods) {
        return methods.method(SERVICE, "addBulkPortalPermission", Method.order(request -> add(request, request.list())))
                .method(SERVICE, "addPortalPermission", Method.order(request -> add(request, single(request))))
                .method(SERVICE, "removeBulkPortalPermission", Method.order(request -> remove(request, request.list())))
                .method(SERVICE, "removePortalPermission", Method.order(request -> remove(request, single(request))));
    }

    private static List<JsonNode> single(Request request) {
        return List.of(request.call()
                .argument(0)
                .orElseThrow(() -> ApiError.publicly("Please specify a permission key name.")));
    }

    private static void add(Request request, List<JsonNode> permissions) {
        request.estate().grants().addPermissions(request.caller(), user(request), keyNames(permissions));
        log(request);
    }

    private static void remove(Request request, List<JsonNode> permissions) {
        boolean cascade = request.call().argument(1).map(JsonNode::asBoolean).orElse(false);
        request.estate().grants().removePermissions(request.caller(), user(request), keyNames(permissions), cascade);
        log(request);
    }

    private static List<String> keyNames(List<JsonNode> permissions) {
        return permissions.stream().map(one -> one.path("keyName").asText("")).toList();
    }

    private static Method adding(Kind kind, boolean bulk) {
        return Method.order(request -> {
            request.estate().grants().addAccess(request.caller(), user(request), devices(request, kind, bulk));
            log(request);
        });
    }

    private static Method removing(Kind kind, boolean bulk) {
        return Method.order(request -> {
            request.estate().grants().removeAccess(request.caller(), user(request), devices(request, kind, bulk));
            log(request);
        });
    }

    private static List<Device> devices(Request request, Kind kind, boolean bulk) {
        List<Long> ids = bulk ? request.list().stream().map(JsonNode::asLong).toList() : List.of(request.number(0));
        return ids.stream()
                .map(id -> request.showing()
                        .device(kind, id.toString())
                        .orElseThrow(() -> ApiError.notFound(id.toString())))
                .toList();
    }

    private static void log(Request request) {
        request.estate()
                .events()
                .did(request.caller(), request.showing().now(), "Permission/Resource change", user(request));
    }

    static CloudUser user(Request request) {
        CloudUser user = request.estate()
                .people()
                .withId(request.id().length() > 18 ? -1 : Long.parseLong(request.id()))
                .orElseThrow(() -> ApiError.notFound(request.id()));
        if (!request.estate().people().mayRead(request.caller(), user))
            throw new ApiError(
                    500, "SoftLayer_Exception_PermissionDenied", "You do not have permission to access this user");
        return user;
    }

    /** Every device the user reaches, full access or not; what the provider does there is unknown. */
    private static List<Long> allowed(Request request, Kind kind) {
        CloudUser user = user(request);
        return request.estate()
                .fleet()
                .all(kind)
                .filter(device -> user.hasFull(kind) || user.accessTo(kind).allows(device.id()))
                .map(Device::id)
                .toList();
    }
}
