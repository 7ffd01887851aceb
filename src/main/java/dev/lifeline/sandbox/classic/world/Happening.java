package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can happen to a device that nobody asked the API for? */
public enum Happening {
    /** Somebody inside types {@code reboot}: no transaction, no remote-management command, no event of a customer. */
    REBOOTS_FROM_INSIDE("reboots from inside") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.change(
                    now,
                    condition -> condition.isHeld()
                            ? condition
                            : condition.doing(
                                    controls.timetable().reboot(now, Duration.ofSeconds(60), condition.iso())));
        }
    },
    IS_POWERED_OFF("is powered off") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.change(now, condition -> condition.becoming(Look.OFF));
        }
    },
    IS_POWERED_ON("is powered on") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.change(
                    now,
                    condition ->
                            condition.doing(controls.timetable().reboot(now, Duration.ofSeconds(60), condition.iso())));
        }
    },
    IS_CANCELLED("is cancelled") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.cancel();
        }
    },
    LOSES_ACCESS("loses access") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.loseAccess();
        }
    },
    /** The record is emptied, as where a firewall kept it from being filled; the passwords on the device stay what they are. */
    LOSES_CREDENTIALS("loses its credentials") {
        @Override
        void to(Device device, Instant now, Controls controls) {
            device.loseCredentials();
        }
    };

    private final String words;

    Happening(String words) {
        this.words = words;
    }

    abstract void to(Device device, Instant now, Controls controls);

    /** Lets it happen. */
    public void happenTo(Device device, Instant now, Controls controls) {
        to(device, now, controls);
        controls.tell(device);
    }

    /** The happening told in these words. */
    public static Optional<Happening> told(String words) {
        return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
    }

    /** All that can be told. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(one -> one.words).toList();
    }
}
