package dev.lifeline.drill;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.drill.DrillPhases.Phase;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** How the device of a drill looks to the provider and to a probe in a phase. */
record SimulatedDevice(RescueRequest request, Phase phase, Duration bootTime) {

    private static final String INSTALLED_KEY = "SHA256:drill/installed/system/no/real/host/key0000";
    private static final String RESCUE_KEY = "SHA256:drill/rescue/kernel/no/real/host/key00000000";

    private static final Set<Phase> WITH_INSTALLED = EnumSet.of(Phase.INSTALLED, Phase.PREPARING, Phase.BACK);

    Inspection inspection() {
        Inspection then = request.plan().inspection();
        return new Inspection(then.device(), status(), true, false, true, true);
    }

    DeviceStatus status() {
        DeviceStatus before = request.plan().inspection().status();
        return switch (phase) {
            case INSTALLED -> before;
            case PREPARING -> running(PowerState.ON, launch("DRILL_PREPARE", "Simulated rescue"));
            case OFF -> running(PowerState.OFF, launch("DRILL_PREPARE", "Simulated rescue"));
            case BOOTING -> running(PowerState.ON, launch("RESCUE_BOOT", "Simulated boot of the rescue kernel"));
            case IN_RESCUE -> idle(launch("DRILL_DONE", "Simulated rescue"));
            case REBOOTING -> running(PowerState.ON, exit());
            case BACK -> idle(exit());
        };
    }

    ProbeResult probe() {
        if (phase == Phase.IN_RESCUE) return new ProbeResult.HostKey(RESCUE_KEY);
        return WITH_INSTALLED.contains(phase) ? installed() : new ProbeResult.NoAnswer();
    }

    static ProbeResult installed() {
        return new ProbeResult.HostKey(INSTALLED_KEY);
    }

    private Transaction launch(String step, String name) {
        return transaction(1, step, name, "Simulated rescue");
    }

    private Transaction exit() {
        return transaction(2, "DRILL_REBOOT", "Simulated reboot", "Simulated reboot");
    }

    /** The ids follow that of the last transaction before the drill. */
    private Transaction transaction(long afterLast, String step, String name, String group) {
        long last = request.plan().inspection().status().newestTransactionId();
        return new Transaction(
                last + afterLast, step, name, group, request.plan().requestedAt(), Optional.of(bootTime));
    }

    private static DeviceStatus running(PowerState powerState, Transaction transaction) {
        return new DeviceStatus(
                powerState,
                Optional.of(transaction),
                Optional.of(transaction),
                OptionalLong.empty(),
                Optional.<Instant>empty());
    }

    private static DeviceStatus idle(Transaction last) {
        return new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(last), OptionalLong.empty(), Optional.<Instant>empty());
    }
}
