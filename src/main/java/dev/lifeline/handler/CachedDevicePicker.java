package dev.lifeline.handler;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceReference;
import dev.lifeline.handler.candidate.DeviceCandidates;
import dev.lifeline.handler.context.AccountSearch;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.handler.inbox.DevicePicker;
import dev.lifeline.handler.inbox.MessageText;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.reply.AccountReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.message.reply.PickerTexts;
import dev.lifeline.rescue.ChannelId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Offers the devices that a person has access to, by what is remembered of the person and of the devices. */
public final class CachedDevicePicker implements DevicePicker {

    private static final int MAX_OPTIONS = 100;

    /** Radio buttons take no more (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_CANDIDATES = 10;

    /** Code points; enough to find a device by. More would not fit into the value of an option (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_TYPED_CHARS = 70;

    /** With the words around it no more than an option shows. */
    private static final int MAX_ECHO_CHARS = 30;

    private final ServedChannels servedChannels;
    private final CallerCache callerCache;
    private final DeviceLookup deviceLookup;
    private final UserLocales locales;

    public CachedDevicePicker(
            ServedChannels servedChannels, CallerCache callerCache, DeviceLookup deviceLookup, UserLocales locales) {
        this.servedChannels = servedChannels;
        this.callerCache = callerCache;
        this.deviceLookup = deviceLookup;
        this.locales = locales;
    }

    @Override
    public Offer offer(SlackUserId user, Optional<ChannelId> channel, Supplier<List<MessageText>> message) {
        Locale locale = locales.find(user);
        AccessDecision decision = identify(user, channel);
        return decision instanceof AccessDecision.Allowed allowed
                ? offer(allowed, message.get(), locale)
                : denied(decision.firstDenialReason().orElseThrow(), locale);
    }

    private static Offer denied(DenialReason reason, Locale locale) {
        return new Offer(DenialMessages.in(locale).denial(reason).plainText(), List.of());
    }

    private AccessDecision identify(SlackUserId user, Optional<ChannelId> channel) {
        return channel.flatMap(servedChannels::denialReason)
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElseGet(() -> callerCache.identifyCached(user));
    }

    private Offer offer(AccessDecision.Allowed identity, List<MessageText> message, Locale locale) {
        PickerTexts texts = PickerTexts.in(locale);
        AccountSearch search = deviceLookup.search(identity, "");
        if (search.devices().isEmpty()) return new Offer(texts.noDevices(), List.of());
        List<Option> candidates = new DeviceCandidates(search.devices())
                .find(message).stream()
                        .limit(MAX_CANDIDATES)
                        .map(CachedDevicePicker::option)
                        .toList();
        boolean noneNamed = candidates.isEmpty() && !message.isEmpty();
        List<String> notes = new ArrayList<>();
        if (noneNamed) notes.add(texts.noneNamed());
        if (!search.unread().isEmpty())
            notes.add(AccountReplies.in(locale).unread(search.unread()).plainText());
        return new Offer(String.join(" ", notes), candidates);
    }

    @Override
    public List<Option> suggest(SlackUserId user, Optional<ChannelId> channel, String query) {
        if (!(identify(user, channel) instanceof AccessDecision.Allowed identity)) return List.of();
        String name = bounded(DeviceReference.parse(query).name().toLowerCase(Locale.ROOT), MAX_TYPED_CHARS);
        List<Option> found = deviceLookup.search(identity, name).devices().stream()
                .sorted(Comparator.comparing(device -> !beginsWith(device, name)))
                .limit(MAX_OPTIONS)
                .map(CachedDevicePicker::option)
                .toList();
        return found.isEmpty() && !name.isEmpty()
                ? List.of(notListed(name, PickerTexts.in(locales.find(user))))
                : found;
    }

    private static Option notListed(String name, PickerTexts texts) {
        String echo = bounded(name, MAX_ECHO_CHARS);
        return new Option(texts.notListed(echo.equals(name) ? name : echo + "…"), TYPED + name);
    }

    private static String bounded(String typed, int max) {
        return typed.codePointCount(0, typed.length()) <= max
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, max));
    }

    private static boolean beginsWith(Device device, String name) {
        return device.name().fqdn().toLowerCase(Locale.ROOT).startsWith(name)
                || (device.details().shownAccount().isPresent()
                        && device.label().toLowerCase(Locale.ROOT).startsWith(name));
    }

    private static Option option(Device device) {
        String address = device.addresses().preferred().map(text -> ", " + text).orElse("");
        return new Option(device.label() + address, DeviceChoice.of(device).value());
    }
}
