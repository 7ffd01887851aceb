package dev.lifeline.account;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.rescue.RescueProvider;

/** Every port to the provider: to one account, or to all of them. */
public record ProviderPorts(DevicePorts device, UserPorts user) {

    /** What is read from and sent to devices. */
    public record DevicePorts(
            Devices devices, DeviceNotices notices, Passwords passwords, RescueProvider rescueProvider) {}

    /** What is read and changed of users. */
    public record UserPorts(
            CloudUsers cloudUsers,
            CloudUserCache cloudUserCache,
            AccessAdmin accessAdmin,
            ApiKeyVerifier apiKeyVerifier) {}
}
