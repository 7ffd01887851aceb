package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes to a device that no API call caused, by the phrase that {@code POST /sandbox/happens} takes. */
public enum DeviceIncident {
    /** A user typed {@code reboot} on the device: no transaction, no remote-management command, no event. */
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
    /** The recorded credential is removed; the password on the device is unchanged. */
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

    /** Applies the incident and notifies listeners. */
    public void trigger(Device device, Instant now, DeviceCommands deviceCommands) {
        applyTo(device, now, deviceCommands);
        deviceCommands.notifyListeners(device);
    }

    /** Returns the incident of this phrase. */
    public static Optional<DeviceIncident> fromPhrase(String phrase) {
        return Arrays.stream(values()).filter(incident -> incident.phrase.equals(phrase)).findFirst();
    }

    /** Returns all phrases. */
    public static List<String> phrases() {
        return Arrays.stream(values()).map(incident -> incident.phrase).toList();
    }
}
