package dev.lifeline.message.model;

import com.google.re2j.Pattern;
import dev.lifeline.device.Device;
import dev.lifeline.device.Ports;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightWarning;
import dev.lifeline.rescue.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands with which a user connects to a device. They are pasted into a shell, so a user name or address that could be more than
 * that is left out, whatever the provider has on record (promise P9).
 */
public final class ConnectCommands {

    private static final Pattern LOGIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f][0-9A-Fa-f:.]{1,44}");

    /**
     * The client asks before it accepts the host key. Neither its user's nor the machine's known_hosts file is read: with the installed
     * system's key in one of them, the client would refuse without a question.
     */
    private static final List<String> SSH_OPTIONS = List.of(
            "-o StrictHostKeyChecking=ask",
            "-o UserKnownHostsFile=/dev/null",
            "-o GlobalKnownHostsFile=/dev/null",
            "-o PubkeyAuthentication=no");

    /** Algorithms of CentOS 5's OpenSSH that current clients disable (src/docs/platform/softlayer.md, section Launching). */
    private static final List<String> LEGACY_SSH_OPTIONS = List.of(
            "-o KexAlgorithms=+diffie-hellman-group14-sha1",
            "-o HostKeyAlgorithms=+ssh-rsa",
            "-o Ciphers=+aes128-cbc",
            "-o MACs=+hmac-sha1");

    private final Plan plan;
    private final String login;
    private final Ports ports;

    public ConnectCommands(Plan plan, Optional<String> login, Ports ports) {
        this.plan = plan;
        this.login = login.filter(name -> LOGIN_NAME.matcher(name).matches()).orElse("");
        this.ports = ports;
    }

    /** Whether the rescue system is so old that a client needs {@code LEGACY_SSH_OPTIONS}. */
    public static boolean needsLegacyOptions(Plan plan) {
        return Preflight.warnings(plan.inspection()).contains(PreflightWarning.OLD_RESCUE_SYSTEM);
    }

    /** The SSH command; empty where no address is known. */
    public Optional<String> ssh() {
        return address().map(address -> {
            List<String> arguments = new ArrayList<>(List.of("ssh"));
            arguments.addAll(SSH_OPTIONS);
            if (needsLegacyOptions(plan)) arguments.addAll(LEGACY_SSH_OPTIONS);
            if (ports.ssh() != Ports.DEFAULT.ssh()) arguments.add("-p " + ports.ssh());
            arguments.add(login.isEmpty() ? address : login + "@" + address);
            return String.join(" ", arguments);
        });
    }

    /**
     * A command that prints the fingerprint of every host key of the device; empty where no address is known. Reads nothing from a system
     * that {@link #needsLegacyOptions}, since {@code ssh-keyscan} has no option that allows old algorithms.
     */
    public Optional<String> hostKeyScan() {
        return address().map(address -> "ssh-keyscan -p " + ports.ssh() + " " + address + " | ssh-keygen -lf -");
    }

    /** The remote desktop command on Windows; empty where no address is known. */
    public Optional<String> windowsRdp() {
        return hostAndPort().map(target -> "mstsc /v:" + target);
    }

    /** The remote desktop command on Linux and macOS; empty where no address is known. */
    public Optional<String> freeRdp() {
        return hostAndPort().map(target -> "xfreerdp /v:" + target + (login.isEmpty() ? "" : " /u:" + login));
    }

    private Optional<String> hostAndPort() {
        boolean defaultPort = ports.rdp() == Ports.DEFAULT.rdp();
        return address().map(address -> defaultPort ? address : address + ":" + ports.rdp());
    }

    private Optional<String> address() {
        Device device = plan.device();
        return device.addresses()
                .preferred()
                .filter(text -> ADDRESS.matcher(text).matches());
    }
}
