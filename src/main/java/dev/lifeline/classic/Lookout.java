package dev.lifeline.classic;

import dev.lifeline.device.Condition;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How are many devices, in few calls? Two calls look at up to a hundred of each kind (softlayer.md 2.4). A filter that the provider does
 * not like is ignored and answers with the whole account, so every row has to be one that was asked for; and a row that is missing is
 * asked for by itself, because "missing" ends a rescue.
 */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    /** As many ids as keep the address under some 8 kB. */
    private static final int AT_ONCE = 100;

    private final Reads reads;

    Lookout(Reads reads) {
        this.reads = reads;
    }

    Map<DeviceId, Condition> look(Set<DeviceId> ids) {
        Map<DeviceId, Condition> seen = new HashMap<>();
        for (Kind kind : Kind.values()) {
            List<Long> ofKind = ids.stream()
                    .filter(id -> id.kind() == kind)
                    .map(DeviceId::value)
                    .sorted()
                    .toList();
            for (int from = 0; from < ofKind.size(); from += AT_ONCE)
                look(kind, ofKind.subList(from, Math.min(from + AT_ONCE, ofKind.size())), seen);
        }
        return seen;
    }

    private void look(Kind kind, List<Long> wanted, Map<DeviceId, Condition> seen) {
        Set<Long> missing = new LinkedHashSet<>(wanted);
        int strangers = 0;
        for (Row row : reads.once(many(kind, wanted))) {
            long id = row.id().orElse(0);
            if (missing.remove(id)) seen.put(new DeviceId(kind, id), ConditionRows.of(kind, row));
            else strangers++;
        }
        if (strangers > 0) LOG.warn("{}: {} rows were not asked for, the filter does not hold", kind, strangers);
        missing.forEach(id -> reads.findSame(one(kind, id))
                .ifPresent(row -> seen.put(new DeviceId(kind, id), ConditionRows.of(kind, row))));
    }

    private static Question many(Kind kind, List<Long> ids) {
        return kind == Kind.VIRTUAL_GUEST
                ? Question.of(Read.LOOK_AT_GUESTS).where(Filters.withIds("virtualGuests", ids))
                : Question.of(Read.LOOK_AT_HARDWARE).where(Filters.withIds("hardware", ids));
    }

    private static Question one(Kind kind, long id) {
        return Question.of(kind == Kind.VIRTUAL_GUEST ? Read.LOOK_AT_GUEST : Read.LOOK_AT_SERVER, id);
    }
}
