package dev.lifeline.handler.query;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.AccountSearch;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.DeviceListPosition;
import dev.lifeline.message.reply.AccountReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DeviceListReply;
import dev.lifeline.message.reply.DevicePage;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /rescue list [TEXT]}: the devices that the caller has access to, a page at a time, with their state. */
public final class ListDevicesHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ListDevicesHandler.class);

    private final DeviceLookup deviceLookup;
    private final Devices devices;
    private final RescueRequests requests;
    private final Replies replies;

    public ListDevicesHandler(DeviceLookup deviceLookup, Devices devices, RescueRequests requests, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.devices = devices;
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Lists the first devices.
     *
     * @param text what the devices' names contain; empty for all devices
     */
    public Effects handle(Caller caller, String text) {
        return handle(caller, new DeviceListPosition(0, text));
    }

    /**
     * Lists the devices of another page.
     *
     * @param value a {@link DeviceListPosition}, which the client may have forged
     */
    public Effects turnPage(Caller caller, String value) {
        return DeviceListPosition.parse(value)
                .map(position -> handle(caller, position))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).unknownAction()));
    }

    /** A list may have become shorter since its last page was shown: then its last page is shown again. */
    private Effects handle(Caller caller, DeviceListPosition position) {
        AccountSearch search = deviceLookup.search(caller.identity(), position.text());
        List<Device> all = search.devices();
        int lastPage = Math.max(0, all.size() - 1) / DeviceListPosition.PAGE_SIZE * DeviceListPosition.PAGE_SIZE;
        int first = Math.min(position.first(), lastPage);
        List<Device> shown = all.subList(first, Math.min(all.size(), first + DeviceListPosition.PAGE_SIZE));
        DevicePage page = new DevicePage(
                position.text(),
                first,
                all.size(),
                shown,
                readStatuses(shown),
                openRequests(caller),
                shown.stream().collect(Collectors.toMap(Device::id, device -> isStartable(caller, device))));
        return replies.reply(
                caller,
                AccountReplies.in(caller.locale())
                        .withUnread(DeviceListReply.in(caller.locale()).page(page), search.unread()));
    }

    private static boolean isStartable(Caller caller, Device device) {
        return caller.denialReasons(DeviceOperation.LAUNCH_RESCUE, device.id()).isEmpty();
    }

    private Map<DeviceId, RescueRequest> openRequests(Caller caller) {
        return requests.findOpen().stream()
                .filter(request -> caller.canSee(request.device()))
                .collect(Collectors.toMap(
                        request -> request.device().id(), Function.identity(), (first, second) -> first));
    }

    /** The list is of use without, too. */
    private Map<DeviceId, DeviceStatus> readStatuses(List<Device> shown) {
        Set<DeviceId> ids = shown.stream().map(Device::id).collect(Collectors.toSet());
        try {
            return ids.isEmpty() ? Map.of() : devices.readStatuses(ids);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Devices listed without their state: {}", e.getMessage());
            return Map.of();
        }
    }
}
