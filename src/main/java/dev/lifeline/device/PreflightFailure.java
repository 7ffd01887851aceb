package dev.lifeline.device;

import java.util.List;

/** Why a device cannot be rescued now: a fact about the device, not about the person. */
public sealed interface PreflightFailure {

    /** A transaction holds the device, so the provider would refuse (src/docs/platform/softlayer.md, section Errors). */
    record OutstandingTransaction(Transaction transaction) implements PreflightFailure {}

    /** The provider prevents rescue of CoreOS (src/docs/platform/softlayer.md, section Preconditions and limits). */
    record CoreOs() implements PreflightFailure {}

    /** The provider still builds it. */
    record NotProvisioned() implements PreflightFailure {}

    /** Its billing is suspended. */
    record Suspended() implements PreflightFailure {}

    /** It is paused and has to be resumed first. */
    record Paused() implements PreflightFailure {}

    /** A guest without an operating system: the provider has no rescue for it. */
    record NoOperatingSystem() implements PreflightFailure {}

    /** The management controller of a bare metal server is off, so that no reboot command works. */
    record RemoteManagementDisabled() implements PreflightFailure {}

    /**
     * Its rescue system takes the password on record, and none is, so that a login would be impossible
     * (src/docs/platform/softlayer.md, section Reading one device).
     */
    record NoCredentials() implements PreflightFailure {}

    /**
     * It has another name than the one by which it was asked for, so that another device may be meant.
     *
     * @param presentName as the provider reports it now
     */
    record Renamed(DeviceName presentName) implements PreflightFailure {}

    /** The provider lists no rescue image of this name for the data centre. */
    record NoRescueImage(String imageName, String datacenter) implements PreflightFailure {}

    /** Several images carry the name and none is the one for the data centre; the operator chooses one in the settings. */
    record AmbiguousRescueImage(String imageName, List<String> candidates) implements PreflightFailure {
        public AmbiguousRescueImage {
            candidates = List.copyOf(candidates);
        }
    }
}
