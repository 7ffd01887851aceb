package dev.lifeline.rescue;

import java.util.List;

/**
 * The durations of earlier phases, which {@link RescueRequests#save} stores once they were observed.
 *
 * <p>Thread-safe; blocks for the local database only, and throws an unchecked exception when it fails. What was observed during the last
 * minutes may be missing.
 */
@FunctionalInterface
public interface PhaseDurations {

    /** Nothing was ever observed. */
    PhaseDurations NONE = (phase, kind) -> List.of();

    /** The durations of a phase for a kind of device, the newest first, some hundreds at most. */
    List<PhaseDuration> findRecent(Phase phase, DeviceClass.Kind kind);
}
