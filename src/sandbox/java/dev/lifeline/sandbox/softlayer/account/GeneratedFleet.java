package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Generates devices from a seed, the same ones for the same seed. Some records lack fields, as in a large account. */
final class GeneratedFleet {

    private static final long FIRST_GUEST_ID = 105_000_000;
    private static final long FIRST_HARDWARE_ID = 2_300_000;
    private static final Instant EARLIEST_PROVISIONED_AT = Instant.parse("2019-01-01T00:00:00Z");
    private static final int PROVISIONING_RANGE_DAYS = 2_000;
    private static final List<String> HOSTNAME_PREFIXES = List.of("app", "cache", "queue", "batch", "edge", "mail", "log");
    private static final List<OperatingSystem> OPERATING_SYSTEMS = List.of(
            OperatingSystem.CENTOS,
            OperatingSystem.UBUNTU,
            OperatingSystem.REDHAT,
            OperatingSystem.CENTOS,
            OperatingSystem.UBUNTU,
            OperatingSystem.WINDOWS);
    private static final List<Integer> MEMORY_SIZES_GIGABYTES = List.of(2, 4, 8, 16, 32, 64);
    private static final List<List<String>> TAG_SETS =
            List.of(List.of(), List.of(), List.of("staging"), List.of("prod"), List.of("team-blue", "staging"));

    private final LoopbackAddresses loopbackAddresses;
    private final long seed;

    private GeneratedFleet(LoopbackAddresses loopbackAddresses, long seed) {
        this.loopbackAddresses = loopbackAddresses;
        this.seed = seed;
    }

    /**
     * @param firstIndex the index of the first device
     * @param firstIndex the number of devices there are already
     */
    static List<DeviceSpec> generate(LoopbackAddresses loopbackAddresses, long seed, int firstIndex, int count) {
        GeneratedFleet fleet = new GeneratedFleet(loopbackAddresses, seed);
        List<DeviceSpec> deviceSpecs = new ArrayList<>(count);
        for (int n = firstIndex; n < firstIndex + count; n++) deviceSpecs.add(fleet.generateSpec(n));
        return deviceSpecs;
    }

    private DeviceSpec generateSpec(int n) {
        SplittableRandom random = new SplittableRandom(seed * 31 + n);
        boolean guest = random.nextInt(10) < 7;
        OperatingSystem operatingSystem = !guest && oneChanceIn(random, 25) ? null : pick(OPERATING_SYSTEMS, random);
        return new DeviceSpec(
                n,
                (guest ? FIRST_GUEST_ID : FIRST_HARDWARE_ID) + n * 3L + 1,
                guest ? DeviceType.VIRTUAL_GUEST : DeviceType.HARDWARE,
                hostname(n, random),
                hasDuplicateHostname(n) ? "staging.example.com" : "example.com",
                pick(MEMORY_SIZES_GIGABYTES, random),
                operatingSystem,
                operatingSystem == null || oneChanceIn(random, 30) ? null : credential(operatingSystem, random),
                random.nextBoolean() ? Datacenter.DAL13 : Datacenter.FRA02,
                pick(TAG_SETS, random),
                oneChanceIn(random, 20) ? null : loopbackAddresses.publicAddress(n),
                loopbackAddresses.backendAddress(n),
                EARLIEST_PROVISIONED_AT.plus(Duration.ofDays(random.nextInt(PROVISIONING_RANGE_DAYS))));
    }

    /** Every tenth device shares its host name with another in a different domain. */
    private static boolean hasDuplicateHostname(int n) {
        return n % 10 == 1;
    }

    private String hostname(int n, SplittableRandom random) {
        String generated = pick(HOSTNAME_PREFIXES, random) + "-" + n;
        return hasDuplicateHostname(n) ? generateSpec(n - 1).hostname() : generated;
    }

    private static Credential credential(@Nullable OperatingSystem operatingSystem, SplittableRandom random) {
        String password = Long.toString(random.nextLong(1L << 60) | 1L << 59, Character.MAX_RADIX);
        return new Credential(operatingSystem != null && operatingSystem.isWindows() ? "Administrator" : "root", password);
    }

    private static boolean oneChanceIn(SplittableRandom random, int chances) {
        return random.nextInt(chances) == 0;
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
