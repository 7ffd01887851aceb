package dev.lifeline.app.doctor;

import dev.lifeline.app.adapter.ClassicAccounts;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Ports;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.probe.NetworkProbe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tries whether devices can be reached from this host at the port where the bot looks for their answer. One that is switched off or
 * behind a firewall of its own proves nothing, so several are tried.
 */
final class ReachChecks {

    private static final String SUBJECT = "reach";
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    /** Of each account. */
    private static final int MAX_DEVICES = 6;

    private final Settings settings;

    ReachChecks(Settings settings) {
        this.settings = settings;
    }

    /** Nothing where no device is in sight or the provider cannot be asked, as other lines tell. */
    List<CheckResult> run() {
        List<Device> tried = sample();
        if (tried.isEmpty()) return List.of();
        Ports ports = settings.server().devicePorts();
        try (NetworkProbe probe = new NetworkProbe(ports.ssh(), ports.rdp(), PROBE_TIMEOUT)) {
            List<Device> silent = tried.parallelStream()
                    .filter(device -> probe.probe(device) instanceof ProbeResult.NoAnswer)
                    .toList();
            return List.of(result(tried, silent, ports));
        }
    }

    private List<Device> sample() {
        try (ClassicAccounts classic = ClassicAccounts.of(settings.accounts())) {
            Devices devices = classic.device().devices();
            return devices.accounts().stream()
                    .flatMap(account -> sample(devices.in(account)).stream())
                    .toList();
        }
    }

    private static List<Device> sample(Devices account) {
        try {
            return account.search("").stream()
                    .filter(device -> device.addresses().preferred().isPresent())
                    .limit(MAX_DEVICES)
                    .toList();
        } catch (ProviderUnavailableException e) {
            return List.of();
        }
    }

    private static CheckResult result(List<Device> tried, List<Device> silent, Ports ports) {
        String where = "at port " + ports.ssh() + " or " + ports.rdp() + " from this host";
        if (silent.size() == tried.size())
            return CheckResult.warn(
                    SUBJECT,
                    "none of " + names(tried) + " answers " + where
                            + ", so the bot could only repeat what the provider says: open the way in the firewall, or set "
                            + "LIFELINE_SSH_PORT and LIFELINE_RDP_PORT");
        String rest = silent.isEmpty() ? "" : "; " + names(silent) + " did not: switched off, or a firewall";
        return CheckResult.ok(
                SUBJECT,
                (tried.size() - silent.size()) + " of " + tried.size() + " devices tried answer " + where + rest);
    }

    private static String names(List<Device> devices) {
        return devices.stream().map(device -> device.typedName()).collect(Collectors.joining(", "));
    }
}
