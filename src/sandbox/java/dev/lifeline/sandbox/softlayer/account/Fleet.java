package dev.lifeline.sandbox.softlayer.account;

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
    private final Map<DeviceType, List<Device>> shuffledByType = new HashMap<>();

    /** @param extra how many devices to make up besides the nine of the default world */
    public Fleet(LoopbackAddresses loopbackAddresses, long seed, int extra) {
        List<DeviceSpec> nine = DefaultFleet.create(loopbackAddresses);
        Stream.concat(nine.stream(), GeneratedFleet.generate(loopbackAddresses, seed, nine.size(), extra).stream())
                .forEach(deviceSpec -> byId.put(deviceSpec.id(), new Device(deviceSpec)));
        for (DeviceType deviceType : DeviceType.values()) shuffledByType.put(deviceType, shuffledDevices(deviceType, seed));
    }

    private List<Device> shuffledDevices(DeviceType deviceType, long seed) {
        return byId.values().stream()
                .filter(device -> device.spec().deviceType() == deviceType)
                .sorted(Comparator.comparingLong(device -> mixBits(device.id() + seed)))
                .toList();
    }

    private static long mixBits(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /** Those of a kind that are still there. */
    public Stream<Device> all(DeviceType deviceType) {
        return shuffledByType.getOrDefault(deviceType, List.of()).stream().filter(device -> !device.isCancelled());
    }

    /** The default world's devices and the made-up ones, in the order they were made. */
    public Stream<Device> all() {
        return byId.values().stream();
    }

    public Optional<Device> findById(long id) {
        return Optional.ofNullable(byId.get(id)).filter(device -> !device.isCancelled());
    }

    /** By host name, with or without its domain. */
    public Optional<Device> findByHostname(String name) {
        return byId.values().stream()
                .filter(device -> device.spec().hostname().equals(name)
                        || device.spec().fullyQualifiedDomainName().equals(name))
                .findFirst();
    }

    /** By id or by host name. */
    public Optional<Device> findByIdOrHostname(String nameOrId) {
        return nameOrId.matches("\\d{1,18}") ? findById(Long.parseLong(nameOrId)) : findByHostname(nameOrId);
    }
}
