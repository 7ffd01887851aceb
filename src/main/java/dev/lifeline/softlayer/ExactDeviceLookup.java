package dev.lifeline.softlayer;

import com.google.re2j.Pattern;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.Inventory.Entry;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the devices that answer to a name, an address or an id now: the provider is asked for them, and what the inventory remembers only
 * counts after it was read again (src/docs/decisions/0018-a-name-is-looked-up-at-the-provider.md). Thread-safe.
 *
 * <p>Blocks for 2 to 10 provider calls; for a reload of the inventory besides where it was wrong, or nothing was found.
 */
final class ExactDeviceLookup {

    /** What a host name, an address or an id can look like; nothing else is sent to the provider (promise P9). */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:-]{0,252}");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final QueryClient queries;
    private final Inventory inventory;

    ExactDeviceLookup(QueryClient queries, Inventory inventory) {
        this.queries = queries;
        this.inventory = inventory;
    }

    /**
     * The devices that the text identifies, each as read by this call, ordered by id.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the provider gives no usable answer
     */
    List<Device> find(String typed) {
        if (!IDENTIFIER.matcher(typed).matches()) return List.of();
        List<Entry> entries = inventory.entries();
        Lookup first = lookUp(typed, entries);
        List<Entry> renewed = renewIfInDoubt(first, entries);
        return renewed == entries ? first.devices() : lookUp(typed, renewed).devices();
    }

    private List<Entry> renewIfInDoubt(Lookup lookup, List<Entry> entries) {
        if (lookup.remembersOthers()) return inventory.replace(entries);
        return lookup.devices().isEmpty() ? inventory.refresh() : entries;
    }

    /**
     * What one round of reads found.
     *
     * @param remembersOthers the inventory remembers a device by this name that does not answer to it any more
     */
    private record Lookup(List<Device> devices, boolean remembersOthers) {}

    private Lookup lookUp(String typed, List<Entry> entries) {
        Map<DeviceId, Device> found = new LinkedHashMap<>();
        addMatches(typed, queryByProperties(typed), found);
        Set<DeviceId> remembered = remembered(typed, entries);
        addMatches(typed, readUnless(found.keySet(), remembered), found);
        return new Lookup(
                found.values().stream()
                        .sorted(Comparator.comparing(device -> device.id().toString()))
                        .toList(),
                !found.keySet().containsAll(remembered));
    }

    private static void addMatches(String typed, Stream<Device> devices, Map<DeviceId, Device> found) {
        devices.filter(device -> device.isIdentifiedBy(typed)).forEach(device -> found.put(device.id(), device));
    }

    /** Asks for the devices of this name, address or id. */
    private Stream<Device> queryByProperties(String typed) {
        if (ADDRESS.matcher(typed).matches())
            return Stream.of("primaryIpAddress", "primaryBackendIpAddress")
                    .flatMap(property -> list(relation -> ObjectFilters.byProperty(relation, property, typed)));
        if (typed.contains(".")) return queryByLabels(typed.substring(0, typed.indexOf('.')));
        Stream<Device> named = list(relation -> ObjectFilters.byProperty(relation, "hostname", typed));
        return NUMBER.matcher(typed).matches()
                ? Stream.concat(named, list(relation -> ObjectFilters.idIn(relation, Set.of(Long.parseLong(typed)))))
                : named;
    }

    /** A name of several labels begins with the host name, which may have several labels itself. */
    private Stream<Device> queryByLabels(String first) {
        return Stream.concat(
                list(relation -> ObjectFilters.byProperty(relation, "hostname", first)),
                list(relation -> ObjectFilters.byPrefix(relation, "hostname", first + ".")));
    }

    private Stream<Device> list(UnaryOperator<String> filter) {
        return DeviceType.ofProvider().stream()
                .flatMap(deviceType -> DeviceRows.of(deviceType).list(queries, filter).stream());
    }

    /** Every identifier of a device is part of its search text, which is much faster to scan. */
    private static Set<DeviceId> remembered(String typed, List<Entry> entries) {
        String lowerCase = typed.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.searchText().contains(lowerCase))
                .map(Entry::device)
                .filter(device -> device.isIdentifiedBy(typed))
                .map(Device::id)
                .collect(Collectors.toSet());
    }

    private Stream<Device> readUnless(Set<DeviceId> known, Set<DeviceId> remembered) {
        Map<DeviceType, Set<Long>> unread = remembered.stream()
                .filter(id -> !known.contains(id))
                .collect(
                        Collectors.groupingBy(DeviceId::type, Collectors.mapping(DeviceId::value, Collectors.toSet())));
        return unread.entrySet().stream()
                .flatMap(entry ->
                        DeviceRows.of(entry.getKey())
                                .list(queries, relation -> ObjectFilters.idIn(relation, entry.getValue()))
                                .stream());
    }
}
