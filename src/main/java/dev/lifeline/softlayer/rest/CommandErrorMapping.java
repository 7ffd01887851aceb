package dev.lifeline.softlayer.rest;

import dev.lifeline.rescue.CommandResult;
import java.io.IOException;

/**
 * What does an error mean for an order? Only what says that the order was turned away counts as "nothing was done"; all else may have
 * been done.
 */
final class CommandErrorMapping {

    private CommandErrorMapping() {}

    static CommandResult toResult(ApiError error) {
        return switch (error.kind()) {
            // the rate limit is told at the front door, before a service is called: refused for a while, like a busy
            // device
            case RATE_LIMITED, DEVICE_BUSY -> new CommandResult.Busy(error.detail());
            case NOT_FOUND, PERMISSION_DENIED, UNAUTHORIZED, TOKEN_EXCHANGE_FAILED, TOKEN_EXPIRED ->
                new CommandResult.NotPermitted(error.detail());
            case INVALID_OBJECT_MASK, TEMPORARY, UNREADABLE, TOO_LARGE, OTHER ->
                new CommandResult.Unconfirmed(error.detail());
        };
    }

    static String describe(IOException broken) {
        String message = broken.getMessage();
        return broken.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
