package dev.lifeline.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices does the account have, and how are they? What the bot's own provider user sees; what a person may see is for
 * {@code access} to say.
 *
 * <p>Every method throws {@link ProviderUnavailableException} when the provider gives no usable answer.
 */
public interface Devices {

    /** The devices whose hostname, full name, address or id is exactly this, in any case; from memory, for finding only. */
    List<Device> findExact(String typed);

    /** The devices that have this in a name, an address, the id or a tag, by name; from memory, for finding only. */
    List<Device> search(String text);

    /** One device, read afresh and in full; empty when it is absent or not ours to see (the provider does not say which). */
    Optional<Inspection> inspect(DeviceId id);

    /** Many devices at once, with only what changes; an id that is missing from the answer is absent or not ours any more. */
    Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids);

    /** The user name that the provider has on record for logging in; never the password. */
    Optional<String> loginUsername(DeviceId id);
}
