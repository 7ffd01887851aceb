package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Estimates how long a phase will take: from this account's own rescues of devices of the same kind, site and size; of the same kind and
 * size, or only the same kind, where those are too few; else from what the provider says.
 */
public final class Estimates {

    /** From fewer, one odd rescue would decide. */
    static final int MIN_SAMPLES = 5;

    /** Older ones tell of other hardware and other rescue systems. */
    static final int MAX_SAMPLES = 50;

    /** The part of all rescues that is over by the slow end. */
    private static final double SLOW_QUANTILE = 0.95;

    /** Rescues that all took about as long would else be called stalled for a few seconds. */
    static final Duration MIN_SLACK = Duration.ofMinutes(2);

    /** What the provider says is an average: how much longer single ones take is in no document. */
    private static final int SLOW_BY_AVERAGE = 2;

    /** Bare metal is offline for about that long (src/docs/platform/softlayer.md, section Launching). For guests no document has a time. */
    private static final Duration DOCUMENTED_BARE_METAL_BOOT = Duration.ofMinutes(10);

    private final PhaseDurations durations;

    public Estimates(PhaseDurations durations) {
        this.durations = durations;
    }

    /** The estimate for a device; empty for that of a drill, and where nothing is known, not even from the provider's documents. */
    public Optional<Estimate> find(Phase phase, Device device) {
        if (device.id().isSimulated()) return Optional.empty();
        DeviceClass deviceClass = DeviceClass.of(device);
        return fromHistory(deviceClass, durations.findRecent(phase, deviceClass.kind()))
                .or(() -> documented(phase, deviceClass.kind()));
    }

    /**
     * The estimate from earlier rescues; empty where there are too few.
     *
     * @param recent of this phase and kind, the newest first
     */
    static Optional<Estimate> fromHistory(DeviceClass deviceClass, List<PhaseDuration> recent) {
        Predicate<DeviceClass> sameSize = other -> other.size() == deviceClass.size();
        Predicate<DeviceClass> sameSite = other -> other.datacenter().equals(deviceClass.datacenter());
        return Stream.of(sameSize.and(sameSite), sameSize, other -> true)
                .map(group -> sample(recent, group))
                .filter(took -> took.size() >= MIN_SAMPLES)
                .findFirst()
                .map(Estimates::ofSample);
    }

    private static List<Duration> sample(List<PhaseDuration> recent, Predicate<DeviceClass> group) {
        return recent.stream()
                .filter(duration -> group.test(duration.deviceClass()))
                .limit(MAX_SAMPLES)
                .map(PhaseDuration::took)
                .sorted()
                .toList();
    }

    private static Estimate ofSample(List<Duration> sorted) {
        Duration usual = quantile(sorted, 0.5);
        Duration slack = max(usual.dividedBy(2), MIN_SLACK);
        return new Estimate(usual, max(quantile(sorted, SLOW_QUANTILE), usual.plus(slack)), Estimate.Source.HISTORY);
    }

    /** The smallest one that is not less than this part of all. */
    private static Duration quantile(List<Duration> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    /** The estimate by an average of the provider. */
    static Estimate ofAverage(Duration average, Estimate.Source source) {
        return new Estimate(average, average.multipliedBy(SLOW_BY_AVERAGE), source);
    }

    private static Optional<Estimate> documented(Phase phase, DeviceClass.Kind kind) {
        return phase == Phase.BOOT && kind == DeviceClass.Kind.BARE_METAL
                ? Optional.of(ofAverage(DOCUMENTED_BARE_METAL_BOOT, Estimate.Source.DOCUMENTS))
                : Optional.empty();
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
