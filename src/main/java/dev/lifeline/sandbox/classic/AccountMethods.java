package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.EventLog;
import dev.lifeline.sandbox.classic.world.Group;
import dev.lifeline.sandbox.classic.world.IsoImage;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.classic.world.Permission;
import java.util.List;

/** The account, its event log, and the catalogues that belong to nobody (softlayer.md 2.1, 2.6, 2.7). */
final class AccountMethods {

    private static final List<String> EVENT_NAMES = List.of(
            "Boot From Image",
            "Pause",
            "Permission/Resource change",
            "Power Off",
            "Power On",
            "Reboot",
            "Rescue Boot",
            "Resume",
            "Unmount Image");

    private AccountMethods() {}

    static Methods addTo(Methods methods) {
        methods.objects("Account", request -> request.showing().account())
                .method(
                        "Account",
                        "getCurrentUser",
                        Method.returning(
                                "User_Customer", request -> request.showing().show(request.caller())));
        return events(catalogues(methods));
    }

    private static Methods catalogues(Methods methods) {
        return methods.objects("Virtual_Disk_Image", AccountMethods::image)
                .method(
                        "Virtual_Disk_Image",
                        "getPublicIsoImages",
                        new Method(
                                "SoftLayer_Virtual_Disk_Image",
                                "-",
                                request -> IsoImage.PUBLIC.stream()
                                        .map(DeviceRows::isoImage)
                                        .toList()))
                .method(
                        "Provisioning_Version1_Transaction_Group",
                        "getAllObjects",
                        Method.listing(
                                "Provisioning_Version1_Transaction_Group",
                                "",
                                request -> Group.ALL.stream()
                                        .map(group -> TransactionRows.group(
                                                group,
                                                request.estate().controls().speed()))
                                        .toList()))
                .method(
                        "User_Permission_Action",
                        "getAllObjects",
                        Method.listing(
                                "User_Permission_Action",
                                "",
                                request -> Permission.ALL.stream()
                                        .map(UserRows::action)
                                        .toList()))
                .method(
                        "User_Permission_Department",
                        "getAllObjects",
                        Method.listing("User_Permission_Department", "", request -> departments()))
                .method(
                        "User_Customer_CustomerPermission_Permission",
                        "getAllObjects",
                        Method.listing(
                                "User_Customer_CustomerPermission_Permission",
                                "",
                                request -> Permission.ALL.stream()
                                        .map(UserRows::permission)
                                        .toList()));
    }

    private static Thing image(Request request) {
        return IsoImage.PUBLIC.stream()
                .filter(image -> Long.toString(image.id()).equals(request.id()))
                .findFirst()
                .map(DeviceRows::isoImage)
                .orElseThrow(() -> ApiError.notFound(request.id()));
    }

    private static List<Thing> departments() {
        return List.of(Row.of("User_Permission_Department")
                .with("id", 1L)
                .with("keyName", "DEVICES")
                .with("name", "Devices")
                .with("description", "Devices and users")
                .linking(
                        "permissions",
                        () -> Permission.ALL.stream().map(UserRows::action).toList()));
    }

    private static Methods events(Methods methods) {
        return methods.method("Event_Log", "getAllObjects", Method.listing("Event_Log", "", request -> {
                    request.requires(Permission.VIEW_EVENTS);
                    return request.estate().events().all().stream()
                            .map(event -> event(event, request.showing()))
                            .toList();
                }))
                .method("Event_Log", "getAllEventNames", Method.scalar(request -> EVENT_NAMES))
                .method(
                        "Event_Log",
                        "getAllEventObjectNames",
                        Method.scalar(request -> List.of("CCI", "Server", "User")))
                .method(
                        "Event_Log",
                        "getAllUserTypes",
                        Method.scalar(request -> List.of("CUSTOMER", "EMPLOYEE", "SYSTEM")));
    }

    private static Thing event(EventLog.Event event, Showing showing) {
        return Row.of("Event_Log")
                .with("accountId", People.ACCOUNT)
                .with("eventName", event.name())
                .with("eventCreateDate", event.at())
                .with("objectName", event.objectName())
                .with("objectId", event.objectId())
                .with("label", event.label())
                .with("userType", "CUSTOMER")
                .with("userId", event.by().id())
                .with("username", event.by().username())
                .with("openIdConnectUserName", event.by().email())
                .with("traceId", event.traceId())
                .with("ipAddress", "127.0.0.1")
                .with("metaData", "")
                .linking("user", () -> showing.show(event.by()));
    }
}
