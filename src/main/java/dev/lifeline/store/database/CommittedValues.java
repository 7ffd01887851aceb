package dev.lifeline.store.database;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values that this process has just committed, by the id of their row: its own work need not parse them again. A value says nothing of what became of
 * the row meanwhile. Each is taken once; of each type the newest 1,000 are kept. Thread-safe.
 */
final class CommittedValues {

    private static final int MAX_VALUES = 1_000;

    /** Guarded by this. */
    private final Map<JobType, Map<String, Object>> values = new EnumMap<>(JobType.class);

    synchronized void put(JobType jobType, String rowId, Object value) {
        values.computeIfAbsent(jobType, unknown -> newest()).put(rowId, value);
    }

    private static Map<String, Object> newest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
                return size() > MAX_VALUES;
            }
        };
    }

    synchronized <T> Optional<T> take(JobType jobType, String rowId, Class<T> type) {
        return Optional.ofNullable(values.get(jobType))
                .map(ofType -> ofType.remove(rowId))
                .map(type::cast);
    }
}
