package dev.lifeline.classic;

import dev.lifeline.rescue.LaunchOutcome;
import java.io.IOException;

/**
 * What does an error mean for an order? Only what says that the order was turned away counts as "nothing was done"; all else may have
 * been done.
 */
final class OrderOutcomes {

    private OrderOutcomes() {}

    static LaunchOutcome of(ApiError error) {
        return switch (error.kind()) {
            // the rate limit is told at the front door, before a service is called: refused for a while, like a busy
            // device
            case RATE_LIMITED, BUSY -> new LaunchOutcome.Busy(error.detail());
            case NOT_FOUND, PERMISSION, UNAUTHORIZED, TOKEN_EXCHANGE, TOKEN_EXPIRED ->
                new LaunchOutcome.NotPermitted(error.detail());
            case BAD_MASK, TEMPORARY, UNREADABLE, OVERSIZE, OTHER -> new LaunchOutcome.Unconfirmed(error.detail());
        };
    }

    static String words(IOException broken) {
        String message = broken.getMessage();
        return broken.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
