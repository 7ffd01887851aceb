package dev.lifeline.classic;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lifeline.device.Device;
import dev.lifeline.device.Obstacle;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.RescueKernel;
import dev.lifeline.rescue.RescueSystem;
import java.util.Optional;

/** Rescue as IBM Cloud Classic does it: each kind of device has a call of its own (softlayer.md 2.1 and 2.2). */
final class ClassicRescueKernel implements RescueKernel {

    private final Orders orders;
    private final Reads reads;
    private final RescueImages images;

    ClassicRescueKernel(Orders orders, Reads reads, RescueImages images) {
        this.orders = orders;
        this.reads = reads;
        this.images = images;
    }

    /** Only a Windows guest has a question of its own: is there an image? Throws {@link ProviderUnreachable} when that stays open. */
    @Override
    public Optional<Obstacle> obstacle(Device device) {
        return isWindowsGuest(device) ? images.forGuest(device).obstacle() : Optional.empty();
    }

    @Override
    public LaunchOutcome launch(Device device, RescueSystem system) {
        return device instanceof Device.Hardware metal ? launchMetal(metal, system) : launchGuest(device);
    }

    private LaunchOutcome launchGuest(Device guest) {
        long id = guest.id().value();
        return switch (guest.system().family()) {
            case LINUX -> orders.send(Order.RESCUE_GUEST, id);
            case WINDOWS -> loadImage(guest);
            // what executeRescueLayer would do to these is in no source, so it is not tried
            case COREOS -> new LaunchOutcome.Hindered(new Obstacle.CoreOs());
            case NONE -> new LaunchOutcome.Hindered(new Obstacle.NothingInstalled());
        };
    }

    private LaunchOutcome loadImage(Device guest) {
        try {
            return images.forGuest(guest)
                    .fold(
                            image -> orders.send(Order.LOAD_IMAGE, guest.id().value(), LongNode.valueOf(image)),
                            LaunchOutcome.Hindered::new);
        } catch (ProviderUnreachable noCatalogue) {
            return new LaunchOutcome.NotSent("the rescue image could not be looked up: " + noCatalogue.getMessage());
        }
    }

    /** The provider goes by the installed system; only where there is none the argument counts (softlayer.md trap 14). */
    private LaunchOutcome launchMetal(Device.Hardware metal, RescueSystem system) {
        long id = metal.id().value();
        boolean chosen = metal.system().family() == Family.NONE && system != RescueSystem.AS_INSTALLED;
        return chosen
                ? orders.send(Order.RESCUE_SERVER, id, TextNode.valueOf(system.name()))
                : orders.send(Order.RESCUE_SERVER, id);
    }

    @Override
    public LaunchOutcome giveBack(Device device, boolean bootedFromImage, boolean hard) {
        long id = device.id().value();
        if (device instanceof Device.Hardware)
            return orders.send(hard ? Order.POWER_CYCLE_SERVER : Order.REBOOT_SERVER, id);
        if (bootedFromImage || isImageLoaded(id)) return orders.send(Order.UNLOAD_IMAGE, id);
        return orders.send(hard ? Order.POWER_CYCLE_GUEST : Order.REBOOT_GUEST, id);
    }

    /**
     * A guest with an image in its drive would boot from it again (softlayer.md trap 17). Whether the rescue of a Linux guest loads one
     * is in no source, so it is asked; where no answer comes, what was known before holds.
     */
    private boolean isImageLoaded(long guest) {
        try {
            return reads.find(Question.of(Read.BOOT_IMAGE, guest))
                    .filter(image -> image.id().isPresent())
                    .isPresent();
        } catch (ProviderUnreachable untold) {
            return false;
        }
    }

    private static boolean isWindowsGuest(Device device) {
        return device instanceof Device.VirtualGuest && device.system().family() == Family.WINDOWS;
    }
}
