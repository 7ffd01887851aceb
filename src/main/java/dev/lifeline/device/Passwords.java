package dev.lifeline.device;

import java.util.Optional;

/**
 * The login that the provider has on record for a device, read at the moment of use and never kept (promise P6). Apart from
 * {@link Devices}, so that code that only reads devices cannot get a password.
 */
public interface Passwords {

    /**
     * Reads the administrator's login with one provider call; the caller closes it. Empty where none is on record, where
     * the device is absent, and where the bot's user may not read it: the provider does not tell these apart
     * (src/docs/platform/softlayer.md, section Reading one device).
     *
     * <p>Blocks like {@link Devices}. Thread-safe.
     *
     * @throws ProviderUnavailableException when there is no usable answer; its message contains nothing of the answer
     */
    Optional<Login> findLogin(DeviceId id);
}
