package dev.lifeline.sandbox.classic.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All devices of the account, by id and in the order the provider returns them when nobody asks for one: none. */
public final class Fleet {

    private final Map<Long, Device> byId = new LinkedHashMap<>();
    private final Map<Kind, List<Device>> unordered = new HashMap<>();

    /** @param extra how many devices to make up besides the nine of the default world */
    public Fleet(Addresses addresses, long seed, int extra) {
        List<Spec> nine = DefaultFleet.on(addresses);
        Stream.concat(nine.stream(), ExtraFleet.on(addresses, seed, nine.size(), extra).stream())
                .forEach(spec -> byId.put(spec.id(), new Device(spec)));
        for (Kind kind : Kind.values()) unordered.put(kind, shuffled(kind, seed));
    }

    private List<Device> shuffled(Kind kind, long seed) {
        return byId.values().stream()
                .filter(device -> device.spec().kind() == kind)
                .sorted(Comparator.comparingLong(device -> scrambled(device.id() + seed)))
                .toList();
    }

    private static long scrambled(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /** Those of a kind that are still there. */
    public Stream<Device> all(Kind kind) {
        return unordered.getOrDefault(kind, List.of()).stream().filter(device -> !device.isCancelled());
    }

    /** The default world's devices and the made-up ones, in the order they were made. */
    public Stream<Device> all() {
        return byId.values().stream();
    }

    public Optional<Device> withId(long id) {
        return Optional.ofNullable(byId.get(id)).filter(device -> !device.isCancelled());
    }

    /** By host name, with or without its domain. */
    public Optional<Device> named(String name) {
        return byId.values().stream()
                .filter(device -> device.spec().hostname().equals(name)
                        || device.spec().fullName().equals(name))
                .findFirst();
    }

    /** By id or by host name. */
    public Optional<Device> called(String nameOrId) {
        return nameOrId.matches("\\d{1,18}") ? withId(Long.parseLong(nameOrId)) : named(nameOrId);
    }
}
