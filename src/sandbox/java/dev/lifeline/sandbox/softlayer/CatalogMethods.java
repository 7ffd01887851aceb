package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.TransactionGroup;
import dev.lifeline.sandbox.softlayer.account.IsoImage;
import dev.lifeline.sandbox.softlayer.account.Permission;
import java.util.List;
import java.util.function.Function;

/**
 * Catalogues that belong to no account: public images, transaction groups, permissions (src/docs/platform/softlayer.md,
 * section Launching and section Users and permissions).
 */
final class CatalogMethods {

    private static final String TRANSACTION_GROUP_TYPE = "Provisioning_Version1_Transaction_Group";
    private static final String PERMISSION_TYPE = "User_Customer_CustomerPermission_Permission";

    private CatalogMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        return registerImages(methodRegistry)
                .addMethod(TRANSACTION_GROUP_TYPE, "getAllObjects", ServiceMethod.returningList(TRANSACTION_GROUP_TYPE, "", CatalogMethods::transactionGroups))
                .addMethod(
                        "User_Permission_Action",
                        "getAllObjects",
                        permissionListMethod("User_Permission_Action", UserObjects::actionObject))
                .addMethod(PERMISSION_TYPE, "getAllObjects", permissionListMethod(PERMISSION_TYPE, UserObjects::permissionObject))
                .addMethod(
                        "User_Permission_Department",
                        "getAllObjects",
                        ServiceMethod.returningList("User_Permission_Department", "", apiRequest -> List.of(devicesDepartment())));
    }

    /** The list of images takes a mask and a limit, but no filter. */
    private static MethodRegistry registerImages(MethodRegistry methodRegistry) {
        ServiceMethod publicIsoImages = ServiceMethod.returningList(
                "Virtual_Disk_Image",
                "-",
                apiRequest -> IsoImage.PUBLIC_IMAGES.stream().map(DeviceRelations::isoImage).toList());
        return methodRegistry.addService("Virtual_Disk_Image", CatalogMethods::findImage)
                .addMethod("Virtual_Disk_Image", "getPublicIsoImages", publicIsoImages);
    }

    private static List<ApiObject> transactionGroups(ApiRequest apiRequest) {
        return TransactionGroup.ALL.stream()
                .map(transactionGroup ->
                        TransactionObjects.groupObject(transactionGroup, apiRequest.fakeAccount().commands().speed()))
                .toList();
    }

    private static ServiceMethod permissionListMethod(String type, Function<Permission, ApiObject> toObject) {
        return ServiceMethod.returningList(
                type, "", apiRequest -> Permission.ALL.stream().map(toObject).toList());
    }

    private static ApiObject findImage(ApiRequest apiRequest) {
        return IsoImage.PUBLIC_IMAGES.stream()
                .filter(image -> Long.toString(image.id()).equals(apiRequest.objectId()))
                .findFirst()
                .map(DeviceRelations::isoImage)
                .orElseThrow(() -> SoftLayerException.notFound(apiRequest.objectId()));
    }

    private static ApiObject devicesDepartment() {
        return MapObject.ofType("User_Permission_Department")
                .withProperty("id", 1L)
                .withProperty("keyName", "DEVICES")
                .withProperty("name", "Devices")
                .withProperty("description", "Devices and users")
                .withRelation(
                        "permissions",
                        () -> Permission.ALL.stream().map(UserObjects::actionObject).toList());
    }
}
