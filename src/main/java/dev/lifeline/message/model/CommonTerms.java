package dev.lifeline.message.model;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How are the things that every message speaks of called? */
public final class CommonTerms {

    private final MessageCatalog catalog;

    public CommonTerms(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    public MessageCatalog catalog() {
        return catalog;
    }

    public static TextRun device(Device device) {
        return new TextRun.UntrustedText(device.name().fqdn());
    }

    /** The slash command that does something about a device. */
    public static TextRun slashCommand(String text) {
        return new TextRun.Code(text.isEmpty() ? "/rescue" : "/rescue " + text);
    }

    public static TextRun address(Device device, String otherwise) {
        return device.addresses().preferred().<TextRun>map(TextRun.Code::new).orElse(new TextRun.Text(otherwise));
    }

    /** Whole minutes, rounded up, never 0. */
    public static TextRun minutes(Duration duration) {
        return new TextRun.Text(
                Long.toString(Math.max(1, duration.plusSeconds(59).toMinutes())));
    }

    public String deviceType(Device device) {
        return catalog.text("device-type." + key(device.id().type()));
    }

    public String power(PowerState powerState) {
        return catalog.text("power." + key(powerState));
    }

    public TextRun operatingSystem(OperatingSystem system) {
        boolean none = system.family() == OperatingSystem.Family.NONE;
        return none ? new TextRun.Text(catalog.text("system.none")) : new TextRun.UntrustedText(system.description());
    }

    /** Where a request stands, in a sentence. */
    public TextLine stage(RescueRequest request) {
        return catalog.line(
                "stage." + key(request.stage().getClass()),
                Map.of(
                        "requester",
                        new TextRun.UserMention(request.plan().requester().slackUserId())));
    }

    /** The last part of a catalogue key for a constant: {@code PORT_OPEN} is {@code port-open}. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last part of a catalogue key for a case of a sealed type: {@code InRescue} is {@code in-rescue}. */
    private static String key(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
