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
import java.util.List;
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
    public ReadyOrder toLaunch(Device device, RescueSystem system) {
        return device instanceof Device.Hardware metal ? launchMetal(metal, system) : launchGuest(device);
    }

    private ReadyOrder launchGuest(Device guest) {
        long id = guest.id().value();
        return switch (guest.system().family()) {
            case LINUX -> () -> orders.send(Order.RESCUE_GUEST, id);
            case WINDOWS -> images.forGuest(guest).fold(image -> loadImage(id, image), ClassicRescueKernel::hindered);
            // what executeRescueLayer would do to these is in no source, so it is not tried
            case COREOS -> hindered(new Obstacle.CoreOs());
            case NONE -> hindered(new Obstacle.NothingInstalled());
        };
    }

    private ReadyOrder loadImage(long guest, long image) {
        return () -> orders.send(Order.LOAD_IMAGE, guest, List.of(LongNode.valueOf(image)));
    }

    private static ReadyOrder hindered(Obstacle obstacle) {
        return () -> new LaunchOutcome.Hindered(obstacle);
    }

    /** The provider goes by the installed system; only where there is none the argument counts (softlayer.md trap 14). */
    private ReadyOrder launchMetal(Device.Hardware metal, RescueSystem system) {
        long id = metal.id().value();
        boolean chosen = metal.system().family() == Family.NONE && system != RescueSystem.AS_INSTALLED;
        return chosen
                ? () -> orders.send(Order.RESCUE_SERVER, id, List.of(TextNode.valueOf(system.name())))
                : () -> orders.send(Order.RESCUE_SERVER, id);
    }

    @Override
    public ReadyOrder toReturn(Device device, boolean bootedFromImage, boolean hard) {
        long id = device.id().value();
        Order order = orderToReturn(device, bootedFromImage, hard);
        return () -> orders.send(order, id);
    }

    private Order orderToReturn(Device device, boolean bootedFromImage, boolean hard) {
        if (device instanceof Device.Hardware) return hard ? Order.POWER_CYCLE_SERVER : Order.REBOOT_SERVER;
        if (bootedFromImage || isImageLoaded(device.id().value())) return Order.UNLOAD_IMAGE;
        return hard ? Order.POWER_CYCLE_GUEST : Order.REBOOT_GUEST;
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
