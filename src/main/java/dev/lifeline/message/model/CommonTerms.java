package dev.lifeline.message.model;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Terms that occur in many messages: devices, commands, power states, stages. */
public final class CommonTerms {

    private final MessageCatalog catalog;

    public CommonTerms(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    public MessageCatalog catalog() {
        return catalog;
    }

    /** The name of a device, with its account where there are several. */
    public static TextRun device(Device device) {
        return new TextRun.UntrustedText(device.label());
    }

    /** A slash command, for the reader to type. */
    public static TextRun slashCommand(String text) {
        return new TextRun.Code(text.isEmpty() ? "/rescue" : "/rescue " + text);
    }

    /**
     * The preferred address of a device.
     *
     * @param unknown the text where there is none
     */
    public static TextRun address(Device device, String unknown) {
        return device.addresses().preferred().<TextRun>map(TextRun.Code::new).orElse(new TextRun.Text(unknown));
    }

    /** What people of other companies do not read in a shared channel. */
    public TextRun internal(TextRun textRun) {
        return new TextRun.Internal(textRun, catalog.text("hidden"));
    }

    /** A line of which people of other companies read nothing in a shared channel. */
    public TextLine internal(TextLine textLine) {
        return new TextLine(textLine.runs().stream().map(this::internal).toList());
    }

    /** A duration in whole minutes, rounded up, at least 1. */
    public static TextRun minutes(Duration duration) {
        return new TextRun.Text(
                Long.toString(Math.max(1, duration.plusSeconds(59).toMinutes())));
    }

    /** What somebody else wrote, ended like a sentence, so that another one can follow. */
    public static TextRun sentence(String text) {
        String trimmed = text.strip();
        boolean ended = trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return new TextRun.UntrustedText(ended ? trimmed : trimmed + ".");
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

    /** The stage of a request, as a sentence for inside of others: it mentions nobody. */
    public TextLine stage(RescueRequest request) {
        return catalog.line("stage." + key(request.stage().getClass()));
    }

    /** The stage of a request in two or three words. */
    public String shortStage(RescueRequest request) {
        return catalog.text("short-stage." + key(request.stage().getClass()));
    }

    /** A device in rescue: since when, and who answers for it. */
    public TextLine inRescueRow(RescueRequest request) {
        Map<String, TextRun> arguments = Map.of(
                "device",
                device(request.device()),
                "at",
                new TextRun.Timestamp(request.stage().startedAt().orElseThrow()),
                "responsible",
                new TextRun.UserMention(request.responsible().slackUserId()));
        return markDrill(
                request,
                catalog.line(
                        request.takenOverBy().isPresent() ? "home.open.in-rescue.taken-over" : "home.open.in-rescue",
                        arguments));
    }

    /** A line about a request, which says first of a drill that it is one. */
    public TextLine markDrill(RescueRequest request, TextLine line) {
        if (!request.isDrill()) return line;
        List<TextRun> runs = new ArrayList<>(catalog.line("drill.prefix").runs());
        runs.add(new TextRun.Text(" "));
        runs.addAll(line.runs());
        return new TextLine(runs);
    }

    /** The last part of a catalogue key for a constant: {@code PORT_OPEN} is {@code port-open}. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last part of a catalogue key for a case of a sealed type: {@code InRescue} is {@code in-rescue}. */
    public static String key(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
