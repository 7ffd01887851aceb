package dev.lifeline.device;

/** What the requester should know about a device before confirming; none prevents the rescue. */
public enum PreflightWarning {
    /**
     * A guest under 6 GB of memory boots a CentOS 5 rescue system, which modern SSH clients refuse by default
     * (src/docs/platform/softlayer.md, section Launching).
     */
    OLD_RESCUE_SYSTEM,
    /** It has no public address. */
    PRIVATE_ONLY,
    /** The provider may reclaim it at any moment. */
    TRANSIENT_GUEST,
    /** The power cycle may migrate it back to its dedicated host. */
    DEDICATED_HOST,
    /** The provider shows no user name and password: none are on record, or the bot may not see them. */
    NO_CREDENTIALS,
    /** It is powered off: powering it on may be enough. */
    POWERED_OFF
}
