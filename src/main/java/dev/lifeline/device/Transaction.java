package dev.lifeline.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is the provider doing to a device? Its own job, of one or more steps.
 *
 * @param id grows with time; a new job has a new id
 * @param status the step's name, such as {@code RESCUE_BOOT}; empty where untold
 * @param friendlyName the step in the provider's words for people; empty where untold
 * @param createdAt when the job began; never derived from {@code elapsedSeconds}, which counts from the last change
 *     (softlayer.md 3)
 * @param averageDuration how long the provider says that such a job takes
 */
public record Transaction(
        long id, String status, String friendlyName, Instant createdAt, Optional<Duration> averageDuration) {

    /** What to call the step to people. */
    public String displayName() {
        return friendlyName.isEmpty() ? status : friendlyName;
    }
}
