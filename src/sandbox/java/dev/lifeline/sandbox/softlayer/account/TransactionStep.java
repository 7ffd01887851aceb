package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;

/** One step of an operation: its status, its duration, and the device's appearance during it. */
record TransactionStep(TransactionStatus status, Duration duration, Appearance appearance) {

    static TransactionStep ofSeconds(TransactionStatus transactionStatus, long seconds, Appearance appearance) {
        return new TransactionStep(transactionStatus, Duration.ofSeconds(seconds), appearance);
    }

    /** Returns the step with its duration divided by the speed. */
    TransactionStep scaledBy(Speed speed) {
        return new TransactionStep(status, speed.scale(duration), appearance);
    }
}
