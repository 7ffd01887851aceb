package dev.lifeline.message;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.Power;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How are the things that every message speaks of called? */
final class Words {

    private final Phrasebook phrasebook;

    Words(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    Phrasebook phrasebook() {
        return phrasebook;
    }

    static Span device(Device device) {
        return new Span.Foreign(device.name().full());
    }

    /** The slash command that does something about a device. */
    static Span command(String text) {
        return new Span.Code(text.isEmpty() ? "/rescue" : "/rescue " + text);
    }

    static Span address(Device device, String otherwise) {
        return device.addresses().best().<Span>map(Span.Code::new).orElse(new Span.Words(otherwise));
    }

    /** Whole minutes, rounded up, never 0. */
    static Span minutes(Duration duration) {
        return new Span.Words(Long.toString(Math.max(1, duration.plusSeconds(59).toMinutes())));
    }

    String kind(Device device) {
        return phrasebook.words("kind." + lower(device.id().kind()));
    }

    String power(Power power) {
        return phrasebook.words("power." + lower(power));
    }

    Span system(OperatingSystem system) {
        boolean none = system.family() == OperatingSystem.Family.NONE;
        return none ? new Span.Words(phrasebook.words("system.none")) : new Span.Foreign(system.description());
    }

    /** Where a request stands, in a sentence. */
    Line stage(RescueRequest request) {
        String name = request.stage().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return phrasebook.line(
                "stage." + name,
                Map.of("requester", new Span.Mention(request.plan().requester().person())));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
