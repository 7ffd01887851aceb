package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;

/** How many provider seconds pass in one second of the clock; positive. */
public record Speed(double factor) {

    public Speed {
        if (!(factor > 0) || Double.isInfinite(factor))
            throw new IllegalArgumentException("speed must be a positive number: " + factor);
    }

    /** Returns a nominal duration divided by the speed. */
    public Duration scale(Duration nominal) {
        return Duration.ofNanos(Math.round(nominal.toNanos() / factor));
    }
}
