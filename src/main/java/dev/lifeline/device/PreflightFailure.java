package dev.lifeline.device;

import java.util.List;

/** Why can this machine not be rescued now, whoever asks? Each is a fact about the machine, not about the person. */
public sealed interface PreflightFailure {

    /** The provider is at work on it and would refuse (softlayer.md 1.3). */
    record OutstandingTransaction(Transaction transaction) implements PreflightFailure {}

    /** The provider prevents rescue of CoreOS (softlayer.md 4). */
    record CoreOs() implements PreflightFailure {}

    /** It is still being built. */
    record NotProvisioned() implements PreflightFailure {}

    /** Its billing is suspended. */
    record Suspended() implements PreflightFailure {}

    /** It is paused: it has to be resumed first. */
    record Paused() implements PreflightFailure {}

    /** A guest without a system: the provider has no rescue for it. */
    record NoOperatingSystem() implements PreflightFailure {}

    /** The management controller of a bare metal server is off, so nobody can reboot it from outside. */
    record RemoteManagementDisabled() implements PreflightFailure {}

    /** Its rescue system takes the password on record, and there is none, so that nobody could log in (softlayer.md 2.3). */
    record NoCredentials() implements PreflightFailure {}

    /** The provider lists no rescue image of this name for the device's site. */
    record NoRescueImage(String imageName, String datacenter) implements PreflightFailure {}

    /** Several images carry the name and none is the one for the site; the choices are for the operator's settings. */
    record AmbiguousRescueImage(String imageName, List<String> candidates) implements PreflightFailure {
        public AmbiguousRescueImage {
            candidates = List.copyOf(candidates);
        }
    }
}
