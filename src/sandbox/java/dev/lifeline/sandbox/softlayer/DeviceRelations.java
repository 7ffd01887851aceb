package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Datacenter;
import dev.lifeline.sandbox.softlayer.account.IsoImage;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import java.util.ArrayList;
import java.util.List;

/** The small objects related to a device: datacenter, tags, block devices, statuses. */
final class DeviceRelations {

    private static final long TAG_TYPE_ID = 2;

    private DeviceRelations() {}

    static ApiObject datacenter(Datacenter datacenter) {
        return MapObject.ofType("Location")
                .withProperty("id", datacenter.id())
                .withProperty("name", datacenter.name())
                .withProperty("longName", datacenter.longName())
                .withProperty("statusId", 2L);
    }

    static ApiObject keyNameObject(String type, long id, String keyName, String name) {
        return MapObject.ofType(type).withProperty("id", id).withProperty("keyName", keyName).withProperty("name", name);
    }

    static ApiObject deviceStatus(boolean on) {
        return on ? keyNameObject("Device_Status", 1, "RUNNING", "Running") : keyNameObject("Device_Status", 2, "STOPPED", "Stopped");
    }

    static List<ApiObject> tagReferences(DeviceSpec deviceSpec) {
        List<ApiObject> tags = new ArrayList<>();
        for (String tag : deviceSpec.tags()) tags.add(tagReference(deviceSpec, tag));
        return tags;
    }

    private static ApiObject tagReference(DeviceSpec deviceSpec, String name) {
        long tagId = tagId(name);
        return MapObject.ofType("Tag_Reference")
                .withProperty("id", deviceSpec.id() * 10 + deviceSpec.tags().indexOf(name))
                .withProperty("resourceTableId", deviceSpec.id())
                .withProperty("tagId", tagId)
                .withProperty("tagTypeId", TAG_TYPE_ID)
                .withRelation("tag", () -> tag(name));
    }

    static ApiObject tag(String name) {
        return MapObject.ofType("Tag").withProperty("id", tagId(name)).withProperty("name", name).withProperty("internal", 0L);
    }

    private static long tagId(String name) {
        return 1000L + Math.floorMod(name.hashCode(), 9000);
    }

    /** Returns disk, swap, and a CD while the guest is booted from one; a CD without an image is the rescue kernel's. */
    static List<ApiObject> blockDevices(DeviceObject guest) {
        List<ApiObject> devices = new ArrayList<>();
        devices.add(
                blockDevice(guest, 0, "Disk").withProperty("diskImageId", guest.spec().id() + 500_000_000L));
        devices.add(
                blockDevice(guest, 1, "Disk").withProperty("diskImageId", guest.spec().id() + 600_000_000L));
        guest.snapshot()
                .isoImage()
                .ifPresent(image -> devices.add(blockDevice(guest, 3, "CD")
                        .withProperty("diskImageId", image.id())
                        .withRelation("diskImage", () -> isoImage(image))));
        if (guest.snapshot().isoImage().isEmpty() && guest.snapshot().appearance().answeringSystem() == AnsweringSystem.RESCUE_LINUX)
            devices.add(blockDevice(guest, 3, "CD"));
        return devices;
    }

    private static MapObject blockDevice(DeviceObject guest, int slot, String mountType) {
        return MapObject.ofType("Virtual_Guest_Block_Device")
                .withProperty("id", guest.spec().id() * 10 + slot)
                .withProperty("guestId", guest.spec().id())
                .withProperty("device", Integer.toString(slot))
                .withProperty("mountType", mountType)
                .withProperty("mountMode", mountType.equals("CD") ? "RO" : "RW")
                .withProperty("bootableFlag", slot == 0 ? 1L : 0L)
                .withProperty("statusId", 5L)
                .withProperty("createDate", guest.spec().provisionedAt())
                .withProperty("modifyDate", guest.spec().provisionedAt());
    }

    static ApiObject isoImage(IsoImage image) {
        return MapObject.ofType("Virtual_Disk_Image")
                .withProperty("id", image.id())
                .withProperty("name", image.name())
                .withProperty("description", image.description())
                .withProperty("uuid", SoftwareObjects.nameBasedUuid("image " + image.id()))
                .withProperty("typeId", 241L)
                .withProperty("capacity", 1L)
                .withProperty("units", "GB")
                .withProperty("storageRepositoryId", image.datacenter().id() + 7L)
                .withRelation("type", () -> keyNameObject("Virtual_Disk_Image_Type", 241, "SYSTEM", "System"))
                .withRelation(
                        "storageRepository",
                        () -> MapObject.ofType("Virtual_Storage_Repository")
                                .withProperty("id", image.datacenter().id() + 7L)
                                .withProperty("name", image.datacenter().name() + " ISO repository")
                                .withRelation("datacenter", () -> datacenter(image.datacenter())));
    }
}
