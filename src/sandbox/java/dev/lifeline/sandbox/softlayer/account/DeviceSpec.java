package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a device?
 *
 * @param index counts the fleet's devices from 0
 * @param memoryGigabytes in GB
 * @param operatingSystem nothing where no operating system is installed
 * @param credential nothing where no password is on record
 * @param address the public address, nothing where the row lacks it
 * @param backendAddress the private address; nothing answers there
 */
public record DeviceSpec(
        int index,
        long id,
        DeviceType deviceType,
        String hostname,
        String domain,
        int memoryGigabytes,
        @Nullable OperatingSystem operatingSystem,
        @Nullable Credential credential,
        Datacenter datacenter,
        List<String> tags,
        @Nullable String address,
        String backendAddress,
        Instant provisionedAt) {

    public DeviceSpec {
        if (id <= 0) throw new IllegalArgumentException("device id must be positive: " + id);
        tags = List.copyOf(tags);
    }

    public String fullyQualifiedDomainName() {
        return hostname + "." + domain;
    }

    public boolean isGuest() {
        return deviceType == DeviceType.VIRTUAL_GUEST;
    }

    public boolean isWindows() {
        return operatingSystem != null && operatingSystem.isWindows();
    }

    public Optional<OperatingSystem> installedSystem() {
        return Optional.ofNullable(operatingSystem);
    }

    public Optional<Credential> recordedCredential() {
        return Optional.ofNullable(credential);
    }

    /** The same under another host name. */
    DeviceSpec withHostname(String other) {
        return new DeviceSpec(
                index,
                id,
                deviceType,
                other,
                domain,
                memoryGigabytes,
                operatingSystem,
                credential,
                datacenter,
                tags,
                address,
                backendAddress,
                provisionedAt);
    }

    public Optional<String> publicAddress() {
        return Optional.ofNullable(address);
    }
}
