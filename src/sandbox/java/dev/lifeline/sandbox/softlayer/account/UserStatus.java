package dev.lifeline.sandbox.softlayer.account;

/** May a user log in? ACTIVE only may (softlayer.md 2.6). */
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
