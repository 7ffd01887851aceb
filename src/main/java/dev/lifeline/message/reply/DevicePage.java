package dev.lifeline.message.reply;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One page of a list of devices.
 *
 * @param text what the devices' names contain; empty for all
 * @param first index of the first device of the page, from 0
 * @param count number of all devices of the list
 * @param devices those of the page
 * @param statuses their status; a device that is not in it has an unknown one
 * @param open the open requests of devices that the reader may see, on whatever page they are
 * @param startable whether the reader may launch rescues of a device
 */
public record DevicePage(
        String text,
        int first,
        int count,
        List<Device> devices,
        Map<DeviceId, DeviceStatus> statuses,
        Map<DeviceId, RescueRequest> open,
        Map<DeviceId, Boolean> startable) {

    public DevicePage {
        devices = List.copyOf(devices);
        statuses = Map.copyOf(statuses);
        open = Map.copyOf(open);
        startable = Map.copyOf(startable);
    }

    DeviceStatus status(Device device) {
        return statuses.getOrDefault(device.id(), DeviceStatus.UNKNOWN);
    }

    /** What is in rescue, the longest first; shown once, with the first page of all devices. */
    List<RescueRequest> inRescue() {
        if (first > 0 || !text.isEmpty()) return List.of();
        return open.values().stream()
                .filter(request -> request.stage() instanceof InRescue)
                .sorted(Comparator.comparing(
                        request -> request.stage().startedAt().orElseThrow()))
                .toList();
    }

    /** Whether a rescue can be asked for with a button. */
    boolean isStartable(Device device) {
        return !open.containsKey(device.id()) && startable.getOrDefault(device.id(), false);
    }
}
