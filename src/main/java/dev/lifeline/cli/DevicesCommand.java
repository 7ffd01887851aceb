package dev.lifeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.app.adapter.ClassicAccounts;
import dev.lifeline.device.Device;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devices [QUERY] [--json]}: lists the devices as the bot sees them. */
@Command(name = "devices", description = "Lists the devices as the bot sees them.", mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {

    private static final String ROW_FORMAT = "%-14s %-36s %-14s %-16s %-8s %s";

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "Part of a name, an address, an id or a tag.")
    private String query = "";

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private final ConfigOption config;

    @Spec
    private @Nullable CommandSpec spec;

    DevicesCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (ClassicAccounts classic = ClassicAccounts.of(config.accounts())) {
            classic.requireAcceptedKey(); // reports a rejected key as such, and what to do about it
            print(classic.device().devices().search(query));
        }
        return 0;
    }

    private void print(List<Device> devices) throws JsonProcessingException {
        if (spec == null) return;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectMapper mapper = new ObjectMapper();
            for (Device device : devices) out.println(mapper.writeValueAsString(jsonFields(device)));
        } else {
            printTable(out, devices);
        }
        out.flush();
    }

    private void printTable(PrintWriter out, List<Device> devices) {
        if (devices.isEmpty()) {
            out.println(query.isEmpty() ? "The bot sees no device." : "The bot sees no device with " + query + ".");
            return;
        }
        out.println(ROW_FORMAT.formatted("ID", "NAME", "KIND", "ADDRESS", "SITE", "SYSTEM"));
        devices.forEach(device -> out.println(formatRow(device).stripTrailing()));
    }

    private static String formatRow(Device device) {
        return ROW_FORMAT.formatted(
                device.id().value(),
                device.label(),
                deviceType(device),
                device.addresses().preferred().orElse("-"),
                device.datacenter().isEmpty() ? "-" : device.datacenter(),
                device.operatingSystem().description());
    }

    private static Map<String, Object> jsonFields(Device device) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", device.id().value());
        device.details().shownAccount().ifPresent(account -> fields.put("account", account.value()));
        fields.put("kind", deviceType(device));
        fields.put("hostname", device.name().hostname());
        fields.put("name", device.name().fqdn());
        fields.put("address", device.addresses().primary().orElse(null));
        fields.put("private_address", device.addresses().backend().orElse(null));
        fields.put("site", device.datacenter());
        fields.put("system", device.operatingSystem().description());
        fields.put("tags", new TreeSet<>(device.tags()));
        return fields;
    }

    private static String deviceType(Device device) {
        return device.id().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
