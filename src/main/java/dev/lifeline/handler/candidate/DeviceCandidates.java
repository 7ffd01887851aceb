package dev.lifeline.handler.candidate;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.inbox.MessageText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the devices that a message names: every word that is the host name, the full name or an address of a device is a candidate, the
 * likeliest first, judged by where it stands. Ids are left out, because any number could be one. Looks at each word once, whatever the
 * number of devices.
 */
public final class DeviceCandidates {

    private static final int MAX_TEXTS = 300;

    /** A device that is named again and again is likelier, but not by much. */
    private static final int MAX_REPEAT_BONUS = 5;

    private final Map<String, List<Device>> byName = new HashMap<>();

    /** Candidates among these devices. */
    public DeviceCandidates(Collection<Device> devices) {
        devices.forEach(device -> names(device)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(name -> byName.merge(name, List.of(device), DeviceCandidates::concat)));
    }

    private static Stream<String> names(Device device) {
        Stream<String> names = Stream.of(device.name().hostname(), device.name().fqdn());
        return Stream.concat(names, device.addresses().all()).filter(name -> !name.isBlank());
    }

    private static List<Device> concat(List<Device> some, List<Device> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The candidates, the likeliest first. */
    public List<Device> find(List<MessageText> message) {
        Map<DeviceId, Tally> tallies = new LinkedHashMap<>();
        message.stream()
                .limit(MAX_TEXTS)
                .flatMap(Word::wordsOf)
                .forEach(word -> byName.getOrDefault(word.name(), List.of())
                        .forEach(device -> tallies.computeIfAbsent(device.id(), id -> new Tally(device))
                                .add(word.weight())));
        return tallies.values().stream()
                .filter(tally -> tally.score() > 0)
                .sorted(Comparator.comparing(Tally::score).reversed())
                .map(tally -> tally.device)
                .toList();
    }

    /** What speaks for a device. Not thread-safe. */
    private static final class Tally {

        private final Device device;
        private int best = Integer.MIN_VALUE;
        private int count;

        Tally(Device device) {
            this.device = device;
        }

        void add(int weight) {
            best = Math.max(best, weight);
            count++;
        }

        int score() {
            return best + Math.min(count - 1, MAX_REPEAT_BONUS);
        }
    }
}
