package dev.lifeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The only source of randomness of a simulation. Every draw belongs to a named stream, so that a fault that is left out changes as few
 * other draws as possible: a failing run can be shrunk.
 */
final class Seed {

    private final long value;
    private final Set<String> suppressed;
    private final Map<String, Stream> streams = new HashMap<>();
    private final List<String> injected = new ArrayList<>();
    private boolean faultsActive = true;

    /** Faults come in different mixtures: in one seed a kind is frequent, in another it never happens. */
    private static final double[] INTENSITIES = {0, 0.3, 1, 1, 5};

    private static final class Stream {
        private final SplittableRandom random;
        private final double intensity;
        private long draws;

        private Stream(long seed) {
            this.random = new SplittableRandom(seed);
            this.intensity = INTENSITIES[random.nextInt(INTENSITIES.length)];
        }
    }

    /** @param suppressed the faults that are not injected, by the names that {@link #injected} gives */
    Seed(long value, Set<String> suppressed) {
        this.value = value;
        this.suppressed = suppressed;
    }

    private Stream stream(String name) {
        return streams.computeIfAbsent(name, key -> new Stream(value * 0x9E3779B97F4A7C15L + key.hashCode()));
    }

    int nextInt(String stream, int bound) {
        Stream drawn = stream(stream);
        drawn.draws++;
        return drawn.random.nextInt(bound);
    }

    boolean chance(String stream, double probability) {
        Stream drawn = stream(stream);
        drawn.draws++;
        return drawn.random.nextDouble() < probability;
    }

    Duration between(String stream, Duration least, Duration most) {
        return least.plusMillis(
                nextInt(stream, Math.toIntExact(most.minus(least).toMillis()) + 1));
    }

    <T> T pick(String stream, List<T> choices) {
        return choices.get(nextInt(stream, choices.size()));
    }

    /** Whether a fault of this kind happens now. Each is listed, and can be left out of a later run by its name. */
    boolean fault(String kind, double probability) {
        boolean drawn = chance(kind, probability * stream(kind).intensity);
        String name = kind + "#" + stream(kind).draws;
        if (!drawn || !faultsActive || suppressed.contains(name)) return false;
        injected.add(name);
        return true;
    }

    /** From now on nothing fails. */
    void stopFaults() {
        faultsActive = false;
    }

    boolean faultsActive() {
        return faultsActive;
    }

    List<String> injected() {
        return List.copyOf(injected);
    }
}
