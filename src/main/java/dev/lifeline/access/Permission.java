package dev.lifeline.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * Portal permissions that matter to the bot, by the provider's key names (src/docs/platform/softlayer.md, section Users and
 * permissions).
 */
public enum Permission {
    SERVER_RELOAD("OS Reloads and Rescue Kernel"),
    REMOTE_MANAGEMENT("IPMI Remote Management"),
    VIRTUAL_GUEST_VIEW("View Virtual Server Details"),
    HARDWARE_VIEW("View Hardware Details"),
    VIEW_CUSTOMER_SOFTWARE_PASSWORD("View Customer Software Password"),
    USER_MANAGE("Manage Users");

    private final String portalName;

    Permission(String portalName) {
        this.portalName = portalName;
    }

    /** The permission's name at the provider's portal. */
    public String portalName() {
        return portalName;
    }

    /** The permission with this key name; empty for the many that do not matter here. */
    public static Optional<Permission> fromKeyName(String keyName) {
        return Arrays.stream(values())
                .filter(permission -> permission.name().equals(keyName))
                .findFirst();
    }
}
