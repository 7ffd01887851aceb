package dev.lifeline.device;

/** What should a person know about this machine before saying Yes? Nothing of it stands in the way. */
public enum PreflightWarning {
    /** Under 6 GB of memory a guest gets a CentOS 5 rescue system, which modern SSH clients refuse by default (softlayer.md 2.1). */
    OLD_RESCUE_SYSTEM,
    /** It has no public address. */
    PRIVATE_ONLY,
    /** The provider may reclaim it at any moment. */
    TRANSIENT_GUEST,
    /** It may be moved back to its dedicated host by the power cycle. */
    DEDICATED_HOST,
    /** The provider shows no user name and password for it: none are on record, or the bot may not see them. */
    NO_CREDENTIALS,
    /** It is powered off: powering it on may be all it needs. */
    POWERED_OFF
}
