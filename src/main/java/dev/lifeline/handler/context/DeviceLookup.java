package dev.lifeline.handler.context;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.AccountReference;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceReference;
import dev.lifeline.device.Devices;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.AccountReplies;
import dev.lifeline.message.reply.CommandReplies;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds the devices that a caller means, among those that they may see, so that nobody learns of other devices (promise P4). */
public final class DeviceLookup {

    private final Devices devices;
    private final Replies replies;

    public DeviceLookup(Devices devices, Replies replies) {
        this.devices = devices;
        this.replies = replies;
    }

    /** What follows from a device, for the caller as the user of its account. */
    @FunctionalInterface
    public interface Found extends BiFunction<Caller, Device, Effects> {}

    /** Passes on the only device of this name, address or id; where there is none or more than one, the caller gets a reply. */
    public Effects withOne(Caller caller, String typed, Found found) {
        return withOne(caller, typed, found, message -> replies.reply(caller, message));
    }

    /**
     * Passes on the only device of this name, address or id, of all accounts that have the caller, or of the one that is named before it.
     * Where one of them cannot be read the caller is told so, unless they named another.
     *
     * @param typed what the caller typed or pasted, without Slack's markup
     * @param notFound receives the reply for no such device, or for more than one
     */
    public Effects withOne(Caller caller, String typed, Found found, Function<Message, Effects> notFound) {
        AccountReference reference =
                AccountReference.parse(DeviceReference.parse(typed).name(), devices.accounts());
        AccountSearch search = AccountSearch.run(
                devices, caller.identity(), reference.account(), account -> account.findExact(reference.name()));
        return only(caller, search.devices())
                .map(device -> found.apply(inAccountOf(caller, device), device).and(noteUnread(caller, search)))
                .orElseGet(() -> notFound.apply(notOne(caller, typed, search)));
    }

    private static Optional<Device> only(Caller caller, List<Device> matches) {
        return matches.size() == 1
                ? Optional.of(matches.get(0))
                : matches.stream().filter(device -> isDrillOf(caller, device)).findFirst();
    }

    private Effects noteUnread(Caller caller, AccountSearch search) {
        return search.unread().isEmpty()
                ? () -> {}
                : replies.reply(
                        caller, Message.of(AccountReplies.in(caller.locale()).unread(search.unread())));
    }

    private static Message notOne(Caller caller, String typed, AccountSearch search) {
        CommandReplies texts = CommandReplies.in(caller.locale());
        Message message = search.devices().isEmpty()
                ? texts.unknownDevice(typed)
                : texts.ambiguousDevice(typed, search.devices());
        return AccountReplies.in(caller.locale()).withUnread(message, search.unread());
    }

    /** The devices of drills have the same names, and everybody has one at most. */
    private static boolean isDrillOf(Caller caller, Device device) {
        DeviceId own = DeviceId.simulated(caller.slackUser().id().value(), Optional.empty());
        return device.id().isSimulated() && device.id().value() == own.value();
    }

    private static Caller inAccountOf(Caller caller, Device device) {
        return caller.in(device.id().account()).orElse(caller);
    }

    /**
     * Passes on the device of a button or an option.
     *
     * @param notFound receives the reply where it is gone, is not the caller's to see, or has another name than the one that was shown
     */
    public Effects withChosen(Caller caller, DeviceChoice choice, Found found, Function<Message, Effects> notFound) {
        CommandReplies texts = CommandReplies.in(caller.locale());
        String id = Long.toString(choice.device().value());
        return find(caller, choice.device())
                .map(device -> choice.shows(device)
                        ? found.apply(inAccountOf(caller, device), device)
                        : notFound.apply(texts.renamed(choice.shownName(), device)))
                .orElseGet(() ->
                        notFound.apply(texts.unknownDevice(choice.shownName().isEmpty() ? id : choice.shownName())));
    }

    /** Of an account that has the caller: an id that names another may be forged. */
    private Optional<Device> find(Caller caller, DeviceId id) {
        if (caller.in(id.account()).isEmpty()) return Optional.empty();
        return devices.in(id.account()).findExact(Long.toString(id.value())).stream()
                .filter(device -> device.id().equals(id) && caller.canSee(device))
                .findFirst();
    }

    /** Every device of somebody that contains this text in its name, an address, its id or a tag; an account may be named before it. */
    public AccountSearch search(AccessDecision.Allowed identity, String text) {
        AccountReference reference = AccountReference.parse(text, devices.accounts());
        return AccountSearch.run(devices, identity, reference.account(), account -> account.search(reference.name()));
    }

    /** Whether the user may know of the device. */
    public static boolean canSee(CloudUser user, Device device) {
        return AccessRules.denialReasons(DeviceOperation.VIEW_DEVICE, user, device.id())
                .isEmpty();
    }
}
