package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;

/** One stretch of a work: how the device looks during it, and what the provider calls it. */
record TransactionStep(TransactionStatus status, Duration duration, Appearance appearance) {

    static TransactionStep ofSeconds(TransactionStatus transactionStatus, long seconds, Appearance appearance) {
        return new TransactionStep(transactionStatus, Duration.ofSeconds(seconds), appearance);
    }

    /** The same in quicker time. */
    TransactionStep scaledBy(Speed speed) {
        return new TransactionStep(status, speed.scale(duration), appearance);
    }
}
