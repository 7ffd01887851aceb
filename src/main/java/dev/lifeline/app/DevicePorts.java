package dev.lifeline.app;

import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.drill.DrillRouting;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.workflow.PollIntervals;
import java.time.InstantSource;

/** The ports to devices, real ones and those of drills: nothing else of the bot gets at a device. */
record DevicePorts(
        Devices devices, DeviceNotices notices, RescueProvider rescueProvider, Passwords passwords, Probes probes) {

    /**
     * The probes of devices.
     *
     * @param patient waits for as long as a device may need to answer
     * @param quick for what a person waits for
     */
    record Probes(DeviceProbe patient, DeviceProbe quick) {}

    /** @param clock by which the store dates what the devices of drills do */
    static DevicePorts of(Adapters adapters, Metrics metrics, PollIntervals pollIntervals, InstantSource clock) {
        DrillRouting drills = new DrillRouting(adapters.store().requests(), pollIntervals.changing(), clock);
        return new DevicePorts(
                drills.devices(adapters.classic().device().devices()),
                drills.notices(adapters.classic().device().notices()),
                drills.rescueProvider(
                        new ObservedRescueProvider(adapters.classic().device().rescueProvider(), metrics.commands())),
                drills.passwords(adapters.classic().device().passwords()),
                new Probes(
                        drills.probe(new ObservedProbe(adapters.probePool().probe(), metrics.probes())),
                        drills.probe(new ObservedProbe(adapters.probePool().quickProbe(), metrics.probes()))));
    }

    DeviceProbe probe() {
        return probes.patient();
    }
}
