package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;

/** The provider's record of a transaction at one moment. */
public record Transaction(
        long id, TransactionGroup group, TransactionStatus status, Instant createdAt, Instant modifiedAt, Instant statusChangedAt) {

    private static final long SETUP_ID_OFFSET = 40_000_000;
    private static final Duration SETUP_DURATION = Duration.ofMinutes(14);

    /** Returns the completed transaction that provisioned the device. */
    public static Transaction serviceSetup(DeviceSpec deviceSpec) {
        Instant completedAt = deviceSpec.provisionedAt();
        long id = SETUP_ID_OFFSET + deviceSpec.id() % SETUP_ID_OFFSET;
        return new Transaction(id, TransactionGroup.SERVICE_SETUP, TransactionStatus.COMPLETE, completedAt.minus(SETUP_DURATION), completedAt, completedAt);
    }
}
