package dev.lifeline.app;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.transport.CallObserver;
import java.util.Locale;

/** A probe whose results are counted and timed, by the kind of system that is probed. */
record ObservedProbe(DeviceProbe probe, CallObserver observer) implements DeviceProbe {

    @Override
    public ProbeResult probe(Device device) {
        String family = device.operatingSystem().family().name().toLowerCase(Locale.ROOT);
        CallObserver.Observation observation = observer.begin(family);
        ProbeResult result = probe.probe(device);
        observation.end(Outcomes.of(result));
        return result;
    }
}
