package dev.lifeline.store;

import java.util.Map;

/**
 * How much the store holds, at one moment.
 *
 * @param openRequestsByStage open rescue requests that are no drills, by the name of their stage; a stage without any is absent
 * @param pendingInteractions interactions that are not processed
 * @param oldestInteractionMillis when the oldest of them was received, in milliseconds since 1970; 0 where there is none
 * @param pendingMessages outbox messages that are neither delivered nor given up
 * @param oldestMessageMillis when the oldest of them was written; 0 where there is none
 */
public record StoreStatistics(
        Map<String, Long> openRequestsByStage,
        long pendingInteractions,
        long oldestInteractionMillis,
        long pendingMessages,
        long oldestMessageMillis) {

    public static final StoreStatistics NONE = new StoreStatistics(Map.of(), 0, 0, 0, 0);

    public StoreStatistics {
        openRequestsByStage = Map.copyOf(openRequestsByStage);
    }
}
