package dev.lifeline.sandbox.softlayer.account;

/** The status of a user; only ACTIVE users may log in (src/docs/platform/softlayer.md, section Users and permissions). */
public enum UserStatus {
    ACTIVE(1001, "Active"),
    DISABLED(1002, "Disabled"),
    INACTIVE(1003, "Inactive"),
    PENDING(1004, "Pending"),
    SUSPENDED(1005, "Suspended"),
    VPN_ONLY(1022, "VPN only");

    private final long id;
    private final String displayName;

    UserStatus(long id, String displayName) {
        this.id = id;
        this.displayName = displayName;
    }

    public long id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }
}
