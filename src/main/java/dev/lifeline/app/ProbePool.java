package dev.lifeline.app;

import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Ports;
import dev.lifeline.job.ElasticThreadPool;
import dev.lifeline.probe.NetworkProbe;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** The probe with the threads on which the device poll runs it: up to 32 devices at once, 3 s each. */
record ProbePool(NetworkProbe probe, ExecutorService executor) implements AutoCloseable {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);

    /** A silent device must not keep its requester waiting for the confirmation. */
    private static final Duration QUICK_PROBE_TIMEOUT = Duration.ofSeconds(1);

    private static final int PROBE_THREADS = 32;

    static ProbePool create(Ports ports) {
        return new ProbePool(
                new NetworkProbe(ports.ssh(), ports.rdp(), PROBE_TIMEOUT),
                ElasticThreadPool.create("lifeline-probe", PROBE_THREADS));
    }

    /** The probe for what a person waits for: 1 s each. */
    DeviceProbe quickProbe() {
        return probe.within(QUICK_PROBE_TIMEOUT);
    }

    /** Prepares the probe in the background. Returns at once. */
    void warmUp() {
        executor.execute(probe::warmUp);
    }

    /** Interrupts running probes. */
    @Override
    public void close() {
        executor.shutdownNow();
        probe.close();
    }
}
