package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can happen to a device that nobody asked the API for? */
public enum DeviceIncident {
    /** Somebody inside types {@code reboot}: no transaction, no remote-management command, no event of a customer. */
    REBOOT_FROM_OS("reboots from inside") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.update(
                    now,
                    deviceState -> deviceState.hasOutstandingTransaction()
                            ? deviceState
                            : deviceState.withOperation(
                                    deviceCommands.transactionScripts().reboot(now, Duration.ofSeconds(60), deviceState.isoImage())));
        }
    },
    POWERED_OFF("is powered off") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.update(now, deviceState -> deviceState.withAppearance(Appearance.HALTED));
        }
    },
    POWERED_ON("is powered on") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.update(
                    now,
                    deviceState ->
                            deviceState.withOperation(deviceCommands.transactionScripts().reboot(now, Duration.ofSeconds(60), deviceState.isoImage())));
        }
    },
    CANCELLED("is cancelled") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.cancel();
        }
    },
    ACCESS_LOST("loses access") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.loseAccess();
        }
    },
    /** The record is emptied, as where a firewall kept it from being filled; the passwords on the device stay what they are. */
    CREDENTIALS_LOST("loses its credentials") {
        @Override
        void applyTo(Device device, Instant now, DeviceCommands deviceCommands) {
            device.loseCredentials();
        }
    };

    private final String phrase;

    DeviceIncident(String phrase) {
        this.phrase = phrase;
    }

    abstract void applyTo(Device device, Instant now, DeviceCommands deviceCommands);

    /** Lets it happen. */
    public void trigger(Device device, Instant now, DeviceCommands deviceCommands) {
        applyTo(device, now, deviceCommands);
        deviceCommands.notifyListeners(device);
    }

    /** The happening told in these words. */
    public static Optional<DeviceIncident> fromPhrase(String phrase) {
        return Arrays.stream(values()).filter(one -> one.phrase.equals(phrase)).findFirst();
    }

    /** All that can be told. */
    public static List<String> phrases() {
        return Arrays.stream(values()).map(one -> one.phrase).toList();
    }
}
