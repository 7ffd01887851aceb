package dev.lifeline.softlayer;

import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.softlayer.rest.ApiObject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps the operating system of a device: from its software licence, for a guest else from its reference code
 * (src/docs/platform/softlayer.md, section Reading one device).
 */
final class OperatingSystemMapper {

    private OperatingSystemMapper() {}

    static OperatingSystem toOperatingSystem(ApiObject device) {
        ApiObject software =
                device.object("operatingSystem").object("softwareLicense").object("softwareDescription");
        String manufacturer = software.text("manufacturer").orElse("");
        String code = software.text("referenceCode")
                .or(() -> device.text("operatingSystemReferenceCode"))
                .orElse("");
        String name = software.text("name").orElse(code.isEmpty() ? manufacturer : code);
        if (name.isEmpty()) return OperatingSystem.NONE_INSTALLED;
        String description = Stream.concat(Stream.of(name), software.text("version").stream())
                .collect(Collectors.joining(" "));
        return new OperatingSystem(family(manufacturer, code, name), description);
    }

    private static Family family(String manufacturer, String code, String name) {
        String all = (manufacturer + " " + code + " " + name).toLowerCase(Locale.ROOT);
        if (all.contains("coreos")) return Family.COREOS;
        boolean windows = manufacturer.equalsIgnoreCase("Microsoft")
                || code.toUpperCase(Locale.ROOT).startsWith("WIN")
                || name.toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? Family.WINDOWS : Family.LINUX;
    }
}
