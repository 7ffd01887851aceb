package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Datacenter;
import dev.lifeline.sandbox.classic.world.IsoImage;
import dev.lifeline.sandbox.classic.world.Serving;
import dev.lifeline.sandbox.classic.world.Spec;
import java.util.ArrayList;
import java.util.List;

/** The small objects that hang on a device: place, tags, disks, states. */
final class DeviceRows {

    private static final long TAG_TYPE = 2;

    private DeviceRows() {}

    static Thing datacenter(Datacenter place) {
        return Row.of("Location")
                .with("id", place.id())
                .with("name", place.name())
                .with("longName", place.longName())
                .with("statusId", 2L);
    }

    static Thing keyed(String type, long id, String keyName, String name) {
        return Row.of(type).with("id", id).with("keyName", keyName).with("name", name);
    }

    static Thing deviceStatus(boolean on) {
        return on ? keyed("Device_Status", 1, "RUNNING", "Running") : keyed("Device_Status", 2, "STOPPED", "Stopped");
    }

    static List<Thing> tags(Spec spec) {
        List<Thing> tags = new ArrayList<>();
        for (String tag : spec.tags()) tags.add(tag(spec, tag));
        return tags;
    }

    private static Thing tag(Spec spec, String name) {
        long tagId = 1000L + Math.floorMod(name.hashCode(), 9000);
        return Row.of("Tag_Reference")
                .with("id", spec.id() * 10 + spec.tags().indexOf(name))
                .with("resourceTableId", spec.id())
                .with("tagId", tagId)
                .with("tagTypeId", TAG_TYPE)
                .linking(
                        "tag",
                        () -> Row.of("Tag").with("id", tagId).with("name", name).with("internal", 0L));
    }

    /** Disk, swap, and a CD while the guest is started from one; without an image it is the rescue kernel's own. */
    static List<Thing> blockDevices(DeviceThing guest) {
        List<Thing> devices = new ArrayList<>();
        devices.add(
                blockDevice(guest, 0, "Disk").with("diskImageId", guest.spec().id() + 500_000_000L));
        devices.add(
                blockDevice(guest, 1, "Disk").with("diskImageId", guest.spec().id() + 600_000_000L));
        guest.view()
                .iso()
                .ifPresent(image -> devices.add(blockDevice(guest, 3, "CD")
                        .with("diskImageId", image.id())
                        .linking("diskImage", () -> isoImage(image))));
        if (guest.view().iso().isEmpty() && guest.view().look().serving() == Serving.RESCUE_LINUX)
            devices.add(blockDevice(guest, 3, "CD"));
        return devices;
    }

    private static Row blockDevice(DeviceThing guest, int slot, String mountType) {
        return Row.of("Virtual_Guest_Block_Device")
                .with("id", guest.spec().id() * 10 + slot)
                .with("guestId", guest.spec().id())
                .with("device", Integer.toString(slot))
                .with("mountType", mountType)
                .with("mountMode", mountType.equals("CD") ? "RO" : "RW")
                .with("bootableFlag", slot == 0 ? 1L : 0L)
                .with("statusId", 5L)
                .with("createDate", guest.spec().provisioned())
                .with("modifyDate", guest.spec().provisioned());
    }

    static Thing isoImage(IsoImage image) {
        return Row.of("Virtual_Disk_Image")
                .with("id", image.id())
                .with("name", image.name())
                .with("description", image.description())
                .with("uuid", SoftwareRows.uuid("image " + image.id()))
                .with("typeId", 241L)
                .with("capacity", 1L)
                .with("units", "GB")
                .with("storageRepositoryId", image.datacenter().id() + 7L)
                .linking("type", () -> keyed("Virtual_Disk_Image_Type", 241, "SYSTEM", "System"))
                .linking(
                        "storageRepository",
                        () -> Row.of("Virtual_Storage_Repository")
                                .with("id", image.datacenter().id() + 7L)
                                .with("name", image.datacenter().name() + " ISO repository")
                                .linking("datacenter", () -> datacenter(image.datacenter())));
    }
}
