package dev.lifeline.device;

/**
 * What a fresh and full read of one device shows before a command is sent to it.
 *
 * @param provisioned false while the provider still builds it
 * @param suspended its billing is suspended, so that the provider refuses to manage it
 * @param credentialsOnRecord whether the provider lists a user name and password for it
 * @param credentialsVisible whether the provider would show them to the bot; where not, an empty list proves nothing
 *     (src/docs/platform/softlayer.md, section Reading one device)
 */
public record Inspection(
        Device device,
        DeviceStatus status,
        boolean provisioned,
        boolean suspended,
        boolean credentialsOnRecord,
        boolean credentialsVisible) {}
