package dev.lifeline.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job that the provider runs on a device, in one or more steps.
 *
 * @param id grows with time; a new job has a new id
 * @param status the step's name, such as {@code RESCUE_BOOT}; empty where unknown
 * @param friendlyName the step in the provider's words for people; empty where unknown
 * @param groupName the provider's name for this kind of job; empty where unknown
 * @param createdAt when the job began, by the provider's clock; not derived from {@code elapsedSeconds}, which counts from
 *     the last change (src/docs/platform/softlayer.md, section Progress and state detection)
 * @param averageDuration how long such a job takes by the provider's statistics
 */
public record Transaction(
        long id,
        String status,
        String friendlyName,
        String groupName,
        Instant createdAt,
        Optional<Duration> averageDuration) {

    /** A job whose group is unknown. */
    public Transaction(
            long id, String status, String friendlyName, Instant createdAt, Optional<Duration> averageDuration) {
        this(id, status, friendlyName, "", createdAt, averageDuration);
    }

    /** What it does to the device, as far as its names tell. */
    public TransactionKind kind() {
        return TransactionKind.of(this);
    }

    /** The step's name for people; empty where the provider names none. */
    public String displayName() {
        return friendlyName.isEmpty() ? status : friendlyName;
    }
}
