package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Devices made up from a seed: the same seed makes the same ones, some rows lacking fields as in a grown account. */
final class ExtraFleet {

    private static final long FIRST_GUEST = 105_000_000;
    private static final long FIRST_HARDWARE = 2_300_000;
    private static final Instant OLDEST = Instant.parse("2019-01-01T00:00:00Z");
    private static final int AGES = 2_000;
    private static final List<String> ROLES = List.of("app", "cache", "queue", "batch", "edge", "mail", "log");
    private static final List<OperatingSystem> SYSTEMS = List.of(
            OperatingSystem.CENTOS,
            OperatingSystem.UBUNTU,
            OperatingSystem.REDHAT,
            OperatingSystem.CENTOS,
            OperatingSystem.UBUNTU,
            OperatingSystem.WINDOWS);
    private static final List<Integer> MEMORIES = List.of(2, 4, 8, 16, 32, 64);
    private static final List<List<String>> TAGS =
            List.of(List.of(), List.of(), List.of("staging"), List.of("prod"), List.of("team-blue", "staging"));

    private final Addresses addresses;
    private final long seed;

    private ExtraFleet(Addresses addresses, long seed) {
        this.addresses = addresses;
        this.seed = seed;
    }

    /** @param first the number of devices there are already */
    static List<Spec> on(Addresses addresses, long seed, int first, int count) {
        ExtraFleet fleet = new ExtraFleet(addresses, seed);
        List<Spec> specs = new ArrayList<>(count);
        for (int n = first; n < first + count; n++) specs.add(fleet.device(n));
        return specs;
    }

    private Spec device(int n) {
        SplittableRandom random = new SplittableRandom(seed * 31 + n);
        boolean guest = random.nextInt(10) < 7;
        OperatingSystem system = !guest && oneIn(random, 25) ? null : pick(SYSTEMS, random);
        return new Spec(
                n,
                (guest ? FIRST_GUEST : FIRST_HARDWARE) + n * 3L + 1,
                guest ? Kind.VIRTUAL_GUEST : Kind.HARDWARE,
                hostname(n, random),
                isTwin(n) ? "staging.example.com" : "example.com",
                pick(MEMORIES, random),
                system,
                system == null || oneIn(random, 30) ? null : credential(system, random),
                random.nextBoolean() ? Datacenter.DAL13 : Datacenter.FRA02,
                pick(TAGS, random),
                oneIn(random, 20) ? null : addresses.of(n),
                addresses.backend(n),
                OLDEST.plus(Duration.ofDays(random.nextInt(AGES))));
    }

    /** Every tenth has a twin: a device in another domain with the same host name, as happens in a grown account. */
    private static boolean isTwin(int n) {
        return n % 10 == 1;
    }

    private String hostname(int n, SplittableRandom random) {
        String own = pick(ROLES, random) + "-" + n;
        return isTwin(n) ? device(n - 1).hostname() : own;
    }

    private static Credential credential(@Nullable OperatingSystem system, SplittableRandom random) {
        String password = Long.toString(random.nextLong(1L << 60) | 1L << 59, Character.MAX_RADIX);
        return new Credential(system != null && system.isWindows() ? "Administrator" : "root", password);
    }

    private static boolean oneIn(SplittableRandom random, int chances) {
        return random.nextInt(chances) == 0;
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
