package dev.lifeline.sandbox.softlayer.account;

import java.util.List;

/**
 * A bootable image for guests.
 *
 * @param id a SoftLayer_Virtual_Disk_Image id; not the id of a template group
 */
public record IsoImage(long id, String name, String description, Datacenter datacenter, boolean isWindows) {

    /** The public images. The provider's ids are not published; these are invented. */
    public static final List<IsoImage> PUBLIC_IMAGES = List.of(
            new IsoImage(17912640, "CentOS-7-x86_64-Minimal.iso", "CentOS 7 installation", Datacenter.DAL13, false),
            new IsoImage(17912644, "systemrescuecd-x86-4.2.0.iso", "SystemRescueCd 4.2.0", Datacenter.DAL13, false),
            new IsoImage(17912652, "WindowsRescueStandalone.iso", "Windows rescue environment", Datacenter.DAL13, true),
            new IsoImage(17912671, "WindowsRescueStandalone.iso", "Windows rescue environment", Datacenter.FRA02, true),
            new IsoImage(17912680, "gparted-live-0.19.1-4-i486.iso", "GParted live", Datacenter.FRA02, false));
}
