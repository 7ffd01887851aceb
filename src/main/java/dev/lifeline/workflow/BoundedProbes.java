package dev.lifeline.workflow;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes the devices of a round at the same time, bounded in all: on the threads of its executor (32 in the product), starting probes for 3
 * seconds and waiting for them for 7. What was not started by then has no result, and is for the next round: with 200 silent devices, whose
 * probes take 3 seconds each, a round takes 3 seconds for 32 of them. A device whose probe hangs takes one thread, and is not
 * probed again before it comes back.
 */
final class BoundedProbes {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedProbes.class);

    static final Duration START_TIME = Duration.ofSeconds(3);

    /** A probe that was started in time had 4 seconds, more than its own time-out of 3. */
    static final Duration ROUND_TIME = Duration.ofSeconds(7);

    /** How often the wait looks at the clock. */
    private static final Duration WAIT_SLICE = Duration.ofMillis(20);

    private enum Phase {
        QUEUED,
        RUNNING
    }

    private final Map<DeviceId, Phase> unfinished = new ConcurrentHashMap<>();
    private final DeviceProbe probe;
    private final Executor executor;
    private final LongSupplier nanoClock;

    /**
     * Bounded probes.
     *
     * @param executor its threads limit how many devices are probed at once
     * @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime}
     */
    BoundedProbes(DeviceProbe probe, Executor executor, LongSupplier nanoClock) {
        this.probe = probe;
        this.executor = executor;
        this.nanoClock = nanoClock;
    }

    /** Starts to probe devices, in this order; returns as soon as they are queued. */
    Round start(List<Device> devices) {
        Round round = new Round(devices.size());
        devices.forEach(round::queue);
        return round;
    }

    /** The probes of one round. */
    final class Round {

        private final Map<DeviceId, ProbeResult> results = new ConcurrentHashMap<>();
        private final Map<DeviceId, Boolean> running = new ConcurrentHashMap<>();
        private final CountDownLatch pending;
        private final long startNanos = nanoClock.getAsLong();

        private Round(int devices) {
            this.pending = new CountDownLatch(devices);
        }

        /** A probe of an earlier round that still runs has not answered in more than its time. */
        private void queue(Device device) {
            Phase earlier = unfinished.putIfAbsent(device.id(), Phase.QUEUED);
            if (earlier == null) submit(device);
            else {
                if (earlier == Phase.RUNNING) results.put(device.id(), new ProbeResult.NoAnswer());
                pending.countDown();
            }
        }

        private void submit(Device device) {
            try {
                executor.execute(() -> run(device));
            } catch (RejectedExecutionException e) {
                LOG.warn("Probe of device {} not started", device.id(), e);
                finish(device.id());
            }
        }

        /** Counts as running before it looks at the time: so the wait, which looks at them in the other order, misses none. */
        private void run(Device device) {
            unfinished.put(device.id(), Phase.RUNNING);
            running.put(device.id(), true);
            try {
                if (!isOver(START_TIME)) probe(device);
            } finally {
                finish(device.id());
            }
        }

        private void finish(DeviceId id) {
            unfinished.remove(id);
            running.remove(id);
            pending.countDown();
        }

        /** A probe that fails says nothing about its device and does not disturb the others. */
        private void probe(Device device) {
            try {
                results.put(device.id(), probe.probe(device));
            } catch (RuntimeException e) {
                LOG.warn("Probe of device {} failed", device.id(), e);
                results.put(device.id(), new ProbeResult.NoAnswer());
            }
        }

        private boolean isOver(Duration time) {
            return nanoClock.getAsLong() - startNanos >= time.toNanos();
        }

        /**
         * Waits for the probes, and returns their results; a device that is not in it was not probed.
         *
         * @throws IllegalStateException when the thread is interrupted
         */
        Map<DeviceId, ProbeResult> await() {
            boolean done = false;
            while (!done && !isOver(ROUND_TIME)) done = awaitSlice() || (isOver(START_TIME) && running.isEmpty());
            running.keySet().forEach(id -> results.putIfAbsent(id, new ProbeResult.NoAnswer()));
            return Map.copyOf(results);
        }

        private boolean awaitSlice() {
            try {
                return pending.await(WAIT_SLICE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while devices are probed", e);
            }
        }
    }
}
