package dev.lifeline.sandbox.softlayer.account;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The devices of the account. Lists come in a fixed shuffled order, because the provider promises none. Thread-safe. */
public final class Fleet {

    private final Map<Long, Device> byId = new LinkedHashMap<>();
    private final Map<DeviceType, List<Device>> shuffledByType = new HashMap<>();

    /**
     * @param generatedCount how many devices to generate besides the nine of the default account
     * @param generatedCount how many devices to generate besides the nine of the default account
     */
    public Fleet(LoopbackAddresses loopbackAddresses, long seed, int generatedCount) {
        List<DeviceSpec> defaults = DefaultFleet.create(loopbackAddresses);
        Stream.concat(defaults.stream(), GeneratedFleet.generate(loopbackAddresses, seed, defaults.size(), generatedCount).stream())
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

    /** Returns the devices of a type that are not cancelled. */
    public Stream<Device> all(DeviceType deviceType) {
        return shuffledByType.getOrDefault(deviceType, List.of()).stream().filter(device -> !device.isCancelled());
    }

    /** Returns all devices, cancelled ones included, in the order they were created. */
    public Stream<Device> all() {
        return byId.values().stream();
    }

    public Optional<Device> findById(long id) {
        return Optional.ofNullable(byId.get(id)).filter(device -> !device.isCancelled());
    }

    /** Finds a device by host name, with or without its domain. */
    public Optional<Device> findByHostname(String name) {
        return byId.values().stream()
                .filter(device -> device.spec().hostname().equals(name)
                        || device.spec().fullyQualifiedDomainName().equals(name))
                .findFirst();
    }

    /** Finds a device by id or host name. */
    public Optional<Device> findByIdOrHostname(String nameOrId) {
        return nameOrId.matches("\\d{1,18}") ? findById(Long.parseLong(nameOrId)) : findByHostname(nameOrId);
    }
}
