package dev.lifeline.command;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Deed;
import dev.lifeline.device.Device;
import dev.lifeline.message.Message;
import java.util.List;

/** Which device did the caller mean? Only those that they may see count, so that nobody learns of others (promise P4). */
final class Finding {

    private final Desk desk;

    Finding(Desk desk) {
        this.desk = desk;
    }

    /** What came of looking. */
    sealed interface Found {

        record One(Device device) implements Found {}

        /** None or several: what to say about it. */
        record Otherwise(Message answer) implements Found {}
    }

    /** Exactly one device of this name, address or id. */
    Found one(Caller caller, String typed) {
        List<Device> devices = visible(caller.user(), desk.devices().named(typed));
        if (devices.size() == 1) return new Found.One(devices.get(0));
        return new Found.Otherwise(
                devices.isEmpty()
                        ? caller.voice().answers().unknownDevice(typed)
                        : caller.voice().answers().ambiguous(typed, devices));
    }

    /** Every device with this text in it. */
    List<Device> all(Caller caller, String text) {
        return visible(caller.user(), desk.devices().search(text));
    }

    private static List<Device> visible(CloudUser user, List<Device> devices) {
        return devices.stream().filter(device -> maySee(user, device)).toList();
    }

    static boolean maySee(CloudUser user, Device device) {
        return AccessRules.objections(Deed.SEE, user, device.id()).isEmpty();
    }
}
