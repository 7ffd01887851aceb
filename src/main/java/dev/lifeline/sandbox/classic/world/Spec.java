package dev.lifeline.sandbox.classic.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a device?
 *
 * @param number counts the fleet's devices from 0
 * @param memory in GB
 * @param system nothing where no operating system is installed
 * @param credential nothing where no password is on record
 * @param address the public address, nothing where the row lacks it
 * @param backendAddress the private address; nothing answers there
 */
public record Spec(
        int number,
        long id,
        Kind kind,
        String hostname,
        String domain,
        int memory,
        @Nullable OperatingSystem system,
        @Nullable Credential credential,
        Datacenter datacenter,
        List<String> tags,
        @Nullable String address,
        String backendAddress,
        Instant provisioned) {

    public Spec {
        if (id <= 0) throw new IllegalArgumentException("device id must be positive: " + id);
        tags = List.copyOf(tags);
    }

    public String fullName() {
        return hostname + "." + domain;
    }

    public boolean isGuest() {
        return kind == Kind.VIRTUAL_GUEST;
    }

    public boolean isWindows() {
        return system != null && system.isWindows();
    }

    public Optional<OperatingSystem> installed() {
        return Optional.ofNullable(system);
    }

    public Optional<Credential> recorded() {
        return Optional.ofNullable(credential);
    }

    /** The same under another host name. */
    Spec renamed(String other) {
        return new Spec(
                number,
                id,
                kind,
                other,
                domain,
                memory,
                system,
                credential,
                datacenter,
                tags,
                address,
                backendAddress,
                provisioned);
    }

    public Optional<String> publicAddress() {
        return Optional.ofNullable(address);
    }
}
