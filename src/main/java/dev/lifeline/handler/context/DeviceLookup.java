package dev.lifeline.handler.context;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import java.util.List;

/** Which device did the caller mean? Only those that they may see count, so that nobody learns of others (promise P4). */
public final class DeviceLookup {

    private final HandlerContext context;

    public DeviceLookup(HandlerContext context) {
        this.context = context;
    }

    /** What came of looking. */
    public sealed interface LookupResult {

        record SingleMatch(Device device) implements LookupResult {}

        /** None or several: what to say about it. */
        record NoSingleMatch(Message reply) implements LookupResult {}
    }

    /** Exactly one device of this name, address or id. */
    public LookupResult findOne(Caller caller, String typed) {
        List<Device> devices = visible(caller.cloudUser(), context.devices().findExact(typed));
        if (devices.size() == 1) return new LookupResult.SingleMatch(devices.get(0));
        return new LookupResult.NoSingleMatch(
                devices.isEmpty()
                        ? CommandReplies.in(caller.locale()).unknownDevice(typed)
                        : CommandReplies.in(caller.locale()).ambiguousDevice(typed, devices));
    }

    /** Every device with this text in it. */
    public List<Device> search(Caller caller, String text) {
        return visible(caller.cloudUser(), context.devices().search(text));
    }

    private static List<Device> visible(CloudUser user, List<Device> devices) {
        return devices.stream().filter(device -> canSee(user, device)).toList();
    }

    public static boolean canSee(CloudUser user, Device device) {
        return AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, user, device.id())
                .isEmpty();
    }
}
