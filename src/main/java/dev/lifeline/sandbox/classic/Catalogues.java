package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Group;
import dev.lifeline.sandbox.classic.world.IsoImage;
import dev.lifeline.sandbox.classic.world.Permission;
import java.util.List;
import java.util.function.Function;

/** What belongs to no account: public images, kinds of transaction, permissions (softlayer.md 2.1, 2.6). */
final class Catalogues {

    private static final String GROUP = "Provisioning_Version1_Transaction_Group";
    private static final String PERMISSION = "User_Customer_CustomerPermission_Permission";

    private Catalogues() {}

    static Methods addTo(Methods methods) {
        return images(methods)
                .method(GROUP, "getAllObjects", Method.listing(GROUP, "", Catalogues::groups))
                .method(
                        "User_Permission_Action",
                        "getAllObjects",
                        permissions("User_Permission_Action", UserRows::action))
                .method(PERMISSION, "getAllObjects", permissions(PERMISSION, UserRows::permission))
                .method(
                        "User_Permission_Department",
                        "getAllObjects",
                        Method.listing("User_Permission_Department", "", request -> List.of(devices())));
    }

    /** The list takes a mask and a limit, and no filter. */
    private static Methods images(Methods methods) {
        Method all = Method.listing(
                "Virtual_Disk_Image",
                "-",
                request -> IsoImage.PUBLIC.stream().map(DeviceRows::isoImage).toList());
        return methods.objects("Virtual_Disk_Image", Catalogues::image)
                .method("Virtual_Disk_Image", "getPublicIsoImages", all);
    }

    private static List<Thing> groups(Request request) {
        return Group.ALL.stream()
                .map(group ->
                        TransactionRows.group(group, request.estate().controls().speed()))
                .toList();
    }

    private static Method permissions(String type, Function<Permission, Thing> row) {
        return Method.listing(
                type, "", request -> Permission.ALL.stream().map(row).toList());
    }

    private static Thing image(Request request) {
        return IsoImage.PUBLIC.stream()
                .filter(image -> Long.toString(image.id()).equals(request.id()))
                .findFirst()
                .map(DeviceRows::isoImage)
                .orElseThrow(() -> ApiError.notFound(request.id()));
    }

    private static Thing devices() {
        return Row.of("User_Permission_Department")
                .with("id", 1L)
                .with("keyName", "DEVICES")
                .with("name", "Devices")
                .with("description", "Devices and users")
                .linking(
                        "permissions",
                        () -> Permission.ALL.stream().map(UserRows::action).toList());
    }
}
