package dev.lifeline.handler.context;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceReference;
import dev.lifeline.device.Devices;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the devices that a caller means, among those that they may see, so that nobody learns of other devices (promise P4). */
public final class DeviceLookup {

    private final Devices devices;
    private final Replies replies;

    public DeviceLookup(Devices devices, Replies replies) {
        this.devices = devices;
        this.replies = replies;
    }

    /** Passes on the only device of this name, address or id; where there is none or more than one, the caller gets a reply. */
    public Effects withOne(Caller caller, String typed, Function<Device, Effects> found) {
        return withOne(caller, typed, found, message -> replies.reply(caller, message));
    }

    /**
     * Passes on the only device of this name, address or id.
     *
     * @param typed what the caller typed or pasted, without Slack's markup
     * @param notFound receives the reply for no such device, or for more than one
     */
    public Effects withOne(
            Caller caller, String typed, Function<Device, Effects> found, Function<Message, Effects> notFound) {
        List<Device> matches = visible(
                caller.cloudUser(),
                devices.findExact(DeviceReference.parse(typed).name()));
        if (matches.size() == 1) return found.apply(matches.get(0));
        Optional<Device> ownDrill =
                matches.stream().filter(device -> isDrillOf(caller, device)).findFirst();
        if (ownDrill.isPresent()) return found.apply(ownDrill.get());
        CommandReplies texts = CommandReplies.in(caller.locale());
        return notFound.apply(matches.isEmpty() ? texts.unknownDevice(typed) : texts.ambiguousDevice(typed, matches));
    }

    /** The devices of drills have the same names, and everybody has one at most. */
    private static boolean isDrillOf(Caller caller, Device device) {
        DeviceId own = DeviceId.simulated(caller.slackUser().id().value(), Optional.empty());
        return device.id().isSimulated() && device.id().value() == own.value();
    }

    /**
     * Passes on the device of a button or an option.
     *
     * @param notFound receives the reply where it is gone, is not the caller's to see, or has another name than the one that was shown
     */
    public Effects withChosen(
            Caller caller, DeviceChoice choice, Function<Device, Effects> found, Function<Message, Effects> notFound) {
        String id = Long.toString(choice.device().value());
        CommandReplies texts = CommandReplies.in(caller.locale());
        return visible(caller.cloudUser(), devices.findExact(id)).stream()
                .filter(device -> device.id().equals(choice.device()))
                .findFirst()
                .map(device -> choice.shows(device)
                        ? found.apply(device)
                        : notFound.apply(texts.renamed(choice.shownName(), device)))
                .orElseGet(() ->
                        notFound.apply(texts.unknownDevice(choice.shownName().isEmpty() ? id : choice.shownName())));
    }

    /** Every device that contains this text in its name. */
    public List<Device> search(Caller caller, String text) {
        return search(caller.cloudUser(), text);
    }

    /** Every device of a user that contains this text in its name, an address, its id or a tag. */
    public List<Device> search(CloudUser user, String text) {
        return visible(user, devices.search(text));
    }

    private static List<Device> visible(CloudUser user, List<Device> devices) {
        return devices.stream().filter(device -> canSee(user, device)).toList();
    }

    /** Whether the user may know of the device. */
    public static boolean canSee(CloudUser user, Device device) {
        return AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, user, device.id())
                .isEmpty();
    }
}
