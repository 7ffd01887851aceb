package dev.lifeline.device;

/**
 * What does a fresh and full look at one device tell, before something is done to it?
 *
 * @param provisioned false while the provider still builds it
 * @param suspended its billing is suspended, so the provider refuses to manage it
 * @param credentialsOnRecord whether the provider shows a user name and password for it
 * @param credentialsVisible whether it would show them to the bot: where not, to be shown none says nothing (softlayer.md 2.3)
 */
public record Inspection(
        Device device,
        DeviceStatus status,
        boolean provisioned,
        boolean suspended,
        boolean credentialsOnRecord,
        boolean credentialsVisible) {}
