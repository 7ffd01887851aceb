package dev.lifeline.message.model;

import dev.lifeline.device.Device;
import dev.lifeline.device.Ports;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightWarning;
import dev.lifeline.rescue.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is typed to get in to a device? Somebody pastes it into a shell: a user name or an address that could be more than that is left
 * out, whatever the provider has on record (promise P9).
 */
public final class ConnectCommands {

    private static final Pattern LOGIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,63}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f][0-9A-Fa-f:.]{1,44}");

    /** The client shows the key and asks, and what it remembers of the installed system stays as it is. */
    private static final List<String> SSH_OPTIONS =
            List.of("-o StrictHostKeyChecking=ask", "-o UserKnownHostsFile=/dev/null", "-o PubkeyAuthentication=no");

    /** What an OpenSSH of CentOS 5 has and today's clients leave out (softlayer.md 2.1). */
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

    /** Is its rescue system so old that a client has to be talked into it? */
    public static boolean needsLegacyOptions(Plan plan) {
        return Preflight.warnings(plan.inspection()).contains(PreflightWarning.OLD_RESCUE_SYSTEM);
    }

    /** Empty where no address is known. */
    public Optional<String> ssh() {
        return address().map(address -> {
            List<String> words = new ArrayList<>(List.of("ssh"));
            words.addAll(SSH_OPTIONS);
            if (needsLegacyOptions(plan)) words.addAll(LEGACY_SSH_OPTIONS);
            if (ports.ssh() != Ports.DEFAULT.ssh()) words.add("-p " + ports.ssh());
            words.add(login.isEmpty() ? address : login + "@" + address);
            return String.join(" ", words);
        });
    }

    /** All the host keys that the device shows, each with its fingerprint. */
    public Optional<String> hostKeyScan() {
        return address().map(address -> "ssh-keyscan -p " + ports.ssh() + " " + address + " | ssh-keygen -lf -");
    }

    /** On Windows. */
    public Optional<String> windowsRdp() {
        return hostAndPort().map(place -> "mstsc /v:" + place);
    }

    /** Elsewhere. */
    public Optional<String> freeRdp() {
        return hostAndPort().map(place -> "xfreerdp /v:" + place + (login.isEmpty() ? "" : " /u:" + login));
    }

    private Optional<String> hostAndPort() {
        boolean usual = ports.rdp() == Ports.DEFAULT.rdp();
        return address().map(address -> usual ? address : address + ":" + ports.rdp());
    }

    private Optional<String> address() {
        Device device = plan.device();
        return device.addresses()
                .preferred()
                .filter(text -> ADDRESS.matcher(text).matches());
    }
}
