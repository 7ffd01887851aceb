package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code SoftLayer_Tag}: the tags of the devices (https://sldn.softlayer.com/reference/services/SoftLayer_Tag/setTags/). */
final class TagMethods {

    private static final Map<String, DeviceType> TYPES =
            Map.of("GUEST", DeviceType.VIRTUAL_GUEST, "HARDWARE", DeviceType.HARDWARE);

    private TagMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        return methodRegistry
                .addService("Tag", request -> tags(request).stream()
                        .filter(tag -> Long.valueOf(request.numericObjectId()).equals(tag.value("id")))
                        .findFirst()
                        .orElseThrow(() -> SoftLayerException.notFound(request.objectId())))
                .addMethod("Tag", "getAttachedTagsForCurrentUser", ServiceMethod.returningList("Tag", "", TagMethods::tags))
                .addMethod("Tag", "getUnattachedTagsForCurrentUser", ServiceMethod.returningList("Tag", "", request -> List.of()))
                .addMethod("Tag", "getTagByTagName", ServiceMethod.returningList("Tag", "", request -> tags(request).stream()
                        .filter(tag -> request.textParameter(0).orElse("").equals(tag.value("name")))
                        .toList()))
                .addMethod("Tag", "setTags", ServiceMethod.command(TagMethods::setTags));
    }

    private static List<ApiObject> tags(ApiRequest request) {
        return request.fakeAccount()
                .fleet()
                .all()
                .filter(request.callerView()::canSee)
                .flatMap(device -> device.spec().tags().stream())
                .distinct()
                .sorted()
                .map(DeviceRelations::tag)
                .toList();
    }

    /** Parameters: the tags, separated by commas; the type of the resource; its id. */
    private static void setTags(ApiRequest request) {
        DeviceType type = request.textParameter(1)
                .flatMap(name -> Optional.ofNullable(TYPES.get(name)))
                .orElseThrow(() -> SoftLayerException.publicError("Invalid tag type provided."));
        String id = Long.toString(request.numberParameter(2));
        Device device = request.callerView().findDevice(type, id).orElseThrow(() -> SoftLayerException.notFound(id));
        setTags(device, request);
    }

    /** Replaces a device's tags by those of the first parameter; an empty text removes them all. */
    static void setTags(Device device, ApiRequest request) {
        device.tag(Arrays.stream(request.textParameter(0).orElse("").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList());
    }
}
