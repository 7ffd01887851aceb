package dev.lifeline.device;

import java.util.Optional;

/**
 * What does the provider have on record for logging in to a device? Read at that moment, never before and never for later (promise
 * P6); apart from {@link Devices}, so that nobody gets a password who only wants to look.
 */
public interface Passwords {

    /**
     * The administrator's; whoever takes it closes it. Empty where there is none, where the device is absent, and where the bot's own
     * user may not read it: the provider does not say which (softlayer.md 2.3).
     *
     * @throws ProviderUnavailableException when there is no usable answer; its words hold nothing of the answer
     */
    Optional<Login> findLogin(DeviceId id);
}
