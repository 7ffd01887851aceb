package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fixed data of a device.
 *
 * @param index its position in the fleet, from 0
 * @param operatingSystem null where none is installed
 * @param credential null where no password is recorded
 * @param address the public address; null where the record lacks it
 * @param backendAddress the private address, where nothing answers
 * @param memoryGigabytes in GB
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

    /** Returns the same device under another host name. */
    DeviceSpec withHostname(String newHostname) {
        return with(newHostname, tags);
    }

    /** Returns the same device with other tags. */
    DeviceSpec withTags(List<String> newTags) {
        return with(hostname, newTags);
    }

    private DeviceSpec with(String newHostname, List<String> newTags) {
        return new DeviceSpec(
                index,
                id,
                deviceType,
                newHostname,
                domain,
                memoryGigabytes,
                operatingSystem,
                credential,
                datacenter,
                newTags,
                address,
                backendAddress,
                provisionedAt);
    }

    public Optional<String> publicAddress() {
        return Optional.ofNullable(address);
    }
}
