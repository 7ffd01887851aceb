package dev.lifeline.softlayer;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.CommandClient;
import dev.lifeline.softlayer.rest.ProviderCommand;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.List;
import java.util.Optional;

/** Rescue as IBM Cloud Classic does it: each kind of device has a call of its own (softlayer.md 2.1 and 2.2). */
final class ClassicRescueProvider implements RescueProvider {

    private final CommandClient commands;
    private final QueryClient queries;
    private final RescueImages images;

    ClassicRescueProvider(CommandClient commands, QueryClient queries, RescueImages images) {
        this.commands = commands;
        this.queries = queries;
        this.images = images;
    }

    /** Only a Windows guest has a question of its own: is there an image? Throws {@link ProviderUnavailableException} when that stays open. */
    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return isWindowsGuest(device) ? images.forGuest(device).failure() : Optional.empty();
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return device instanceof Device.Hardware metal ? launchHardware(metal, system) : launchGuest(device);
    }

    private PreparedCommand launchGuest(Device guest) {
        long id = guest.id().value();
        return switch (guest.operatingSystem().family()) {
            case LINUX -> () -> commands.send(ProviderCommand.RESCUE_GUEST, id);
            case WINDOWS -> images.forGuest(guest).fold(image -> mountImage(id, image), ClassicRescueProvider::blocked);
            // what executeRescueLayer would do to these is in no source, so it is not tried
            case COREOS -> blocked(new PreflightFailure.CoreOs());
            case NONE -> blocked(new PreflightFailure.NoOperatingSystem());
        };
    }

    private PreparedCommand mountImage(long guest, long image) {
        return () -> commands.send(ProviderCommand.MOUNT_IMAGE, guest, List.of(LongNode.valueOf(image)));
    }

    private static PreparedCommand blocked(PreflightFailure preflightFailure) {
        return () -> new CommandResult.Blocked(preflightFailure);
    }

    /** The provider goes by the installed system; only where there is none the argument counts (softlayer.md trap 14). */
    private PreparedCommand launchHardware(Device.Hardware metal, RescueSystem system) {
        long id = metal.id().value();
        boolean chosen = metal.operatingSystem().family() == Family.NONE && system != RescueSystem.AS_INSTALLED;
        return chosen
                ? () -> commands.send(ProviderCommand.RESCUE_SERVER, id, List.of(TextNode.valueOf(system.name())))
                : () -> commands.send(ProviderCommand.RESCUE_SERVER, id);
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        long id = device.id().value();
        ProviderCommand providerCommand = exitCommand(device, bootedFromImage, hard);
        return () -> commands.send(providerCommand, id);
    }

    private ProviderCommand exitCommand(Device device, boolean bootedFromImage, boolean hard) {
        if (device instanceof Device.Hardware)
            return hard ? ProviderCommand.POWER_CYCLE_SERVER : ProviderCommand.REBOOT_SERVER;
        if (bootedFromImage || isImageMounted(device.id().value())) return ProviderCommand.UNMOUNT_IMAGE;
        return hard ? ProviderCommand.POWER_CYCLE_GUEST : ProviderCommand.REBOOT_GUEST;
    }

    /**
     * A guest with an image in its drive would boot from it again (softlayer.md trap 17). Whether the rescue of a Linux guest loads one
     * is in no source, so it is asked; where no answer comes, what was known before holds.
     */
    private boolean isImageMounted(long guest) {
        try {
            return queries.find(ApiQuery.of(QueryMethod.BOOT_IMAGE, guest))
                    .filter(image -> image.id().isPresent())
                    .isPresent();
        } catch (ProviderUnavailableException untold) {
            return false;
        }
    }

    private static boolean isWindowsGuest(Device device) {
        return device instanceof Device.VirtualGuest && device.operatingSystem().family() == Family.WINDOWS;
    }
}
