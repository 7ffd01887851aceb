package dev.lifeline.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The devices of the account and their status, as the bot's own provider user sees them; what a person may see is decided
 * by {@code access}. Of several accounts, what is asked of all together is answered by those that can be read, and fails where none can.
 *
 * <p>Thread-safe. Every method may block for calls to the provider: a call takes at most 30 seconds and is repeated up to 3
 * times while the provider fails transiently, the last time no later than 20 seconds after the first. Every method throws
 * {@link ProviderUnavailableException} when the provider gives no usable answer.
 */
public interface Devices {

    /** The accounts whose devices these are, the main one first. Without a call. */
    default List<AccountName> accounts() {
        return List.of(AccountName.MAIN);
    }

    /** The devices of one account. */
    default Devices in(AccountName account) {
        return this;
    }

    /**
     * Finds the devices that have exactly this host name, full name, address or id now, ignoring case. Each was read by this call, and
     * {@link Device#isIdentifiedBy} holds for it; several of one name are all found.
     *
     * <p>Makes 2 to 8 provider calls. Renews the memory of {@link #search} besides where it is older than 3 minutes, remembers a device by
     * this name that has another one now, or where nothing is found; in the last case at most every 15 seconds.
     */
    List<Device> findExact(String typed);

    /**
     * Finds devices that contain this text in a name, an address, the id or a tag, ordered by name; an empty text finds
     * all. From memory, for display only: the first read after 3 minutes renews it in the background. The first use loads it and blocks.
     */
    List<Device> search(String text);

    /**
     * Reads one device afresh and in full, with 2 to 3 provider calls; empty when it is absent or hidden from the bot's
     * user, which the provider does not tell apart (src/docs/platform/softlayer.md, section Errors).
     */
    Optional<Inspection> inspect(DeviceId id);

    /**
     * Reads the status of many devices afresh: one provider call for each 100 devices of a type, and one more for each
     * device that is missing from the answer. Any number of ids. Where devices cannot be read together, they are read in smaller parts for
     * 10 seconds.
     *
     * @return status by device, {@link DeviceStatus#UNKNOWN} for one that cannot be read while others can; a device that is not in it is
     *     absent or hidden
     */
    Map<DeviceId, DeviceStatus> readStatuses(Set<DeviceId> ids);

    /** Reads the user name that the provider has on record for logging in, with one call; never the password. */
    Optional<String> loginUsername(DeviceId id);
}
