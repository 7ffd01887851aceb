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

/**
 * Launches and ends rescues at IBM Cloud Classic; each device type has methods of its own (src/docs/platform/softlayer.md, section
 * Launching, and section Reboot / power / exit). Preparing a command may block for queries and for a token; running it sends one
 * provider command, never retried. Thread-safe.
 */
final class ClassicRescueProvider implements RescueProvider {

    private final CommandClient commands;
    private final QueryClient queries;
    private final RescueImages images;

    ClassicRescueProvider(CommandClient commands, QueryClient queries, RescueImages images) {
        this.commands = commands;
        this.queries = queries;
        this.images = images;
    }

    /**
     * Only Windows guests need a check: whether there is a rescue image.
     *
     * @throws ProviderUnavailableException when that cannot be read
     */
    @Override
    public Optional<PreflightFailure> findPreflightFailure(Device device) {
        return isWindowsGuest(device) ? images.forGuest(device).failure() : Optional.empty();
    }

    @Override
    public PreparedCommand prepareLaunch(Device device, RescueSystem system) {
        return device instanceof Device.Hardware hardware ? launchHardware(hardware, system) : launchGuest(device);
    }

    private PreparedCommand launchGuest(Device guest) {
        long id = guest.id().providerId();
        return switch (guest.operatingSystem().family()) {
            case LINUX -> commands.prepare(ProviderCommand.RESCUE_GUEST, id);
            case WINDOWS -> images.forGuest(guest).fold(image -> mountImage(id, image), ClassicRescueProvider::blocked);
            // no source says what executeRescueLayer does to these
            case COREOS -> blocked(new PreflightFailure.CoreOs());
            case NONE -> blocked(new PreflightFailure.NoOperatingSystem());
        };
    }

    private PreparedCommand mountImage(long guest, long image) {
        return commands.prepare(ProviderCommand.MOUNT_IMAGE, guest, List.of(LongNode.valueOf(image)));
    }

    private static PreparedCommand blocked(PreflightFailure preflightFailure) {
        return guard -> new CommandResult.Blocked(preflightFailure);
    }

    /**
     * The provider uses the installed system; the argument matters only where there is none (src/docs/platform/softlayer.md, section
     * Launching).
     */
    private PreparedCommand launchHardware(Device.Hardware hardware, RescueSystem system) {
        long id = hardware.id().providerId();
        boolean systemSelectable =
                hardware.operatingSystem().family() == Family.NONE && system != RescueSystem.AS_INSTALLED;
        return systemSelectable
                ? commands.prepare(ProviderCommand.RESCUE_SERVER, id, List.of(TextNode.valueOf(system.name())))
                : commands.prepare(ProviderCommand.RESCUE_SERVER, id);
    }

    @Override
    public PreparedCommand prepareExit(Device device, boolean bootedFromImage, boolean hard) {
        long id = device.id().providerId();
        ProviderCommand providerCommand = exitCommand(device, bootedFromImage, hard);
        return commands.prepare(providerCommand, id);
    }

    @Override
    public PreparedCommand preparePowerOn(Device device) {
        boolean guest = device instanceof Device.VirtualGuest;
        return commands.prepare(
                guest ? ProviderCommand.POWER_ON_GUEST : ProviderCommand.POWER_ON_SERVER,
                device.id().providerId());
    }

    private ProviderCommand exitCommand(Device device, boolean bootedFromImage, boolean hard) {
        if (device instanceof Device.Hardware)
            return hard ? ProviderCommand.POWER_CYCLE_SERVER : ProviderCommand.REBOOT_SERVER;
        if (bootedFromImage || isImageMounted(device.id().providerId())) return ProviderCommand.UNMOUNT_IMAGE;
        return hard ? ProviderCommand.POWER_CYCLE_GUEST : ProviderCommand.REBOOT_GUEST;
    }

    /**
     * A guest with a mounted image boots from it again (src/docs/platform/softlayer.md, section Reboot / power / exit). No source says
     * whether the rescue of a Linux guest mounts one, so it is read; where that fails, what was known before applies.
     */
    private boolean isImageMounted(long guest) {
        try {
            return queries.find(ApiQuery.of(QueryMethod.BOOT_IMAGE, guest))
                    .filter(image -> image.id().isPresent())
                    .isPresent();
        } catch (ProviderUnavailableException e) {
            return false;
        }
    }

    private static boolean isWindowsGuest(Device device) {
        return device instanceof Device.VirtualGuest && device.operatingSystem().family() == Family.WINDOWS;
    }
}
