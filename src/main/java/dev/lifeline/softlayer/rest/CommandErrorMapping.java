package dev.lifeline.softlayer.rest;

import dev.lifeline.rescue.CommandResult;
import dev.lifeline.transport.ProxyException;
import java.io.IOException;

/**
 * Maps an error response to the result of a command. Only errors that say that the command was rejected count as "nothing was done";
 * after every other error it may have been executed.
 */
final class CommandErrorMapping {

    private CommandErrorMapping() {}

    static CommandResult toResult(ApiError error) {
        return switch (error.kind()) {
            // The rate limit is checked before a service is called: a temporary rejection, like that of a busy
            // device.
            case RATE_LIMITED, DEVICE_BUSY -> new CommandResult.Busy(error.detail());
            case NOT_FOUND, PERMISSION_DENIED, UNAUTHORIZED, TOKEN_EXCHANGE_FAILED, TOKEN_EXPIRED ->
                new CommandResult.NotPermitted(error.detail());
            case INVALID_OBJECT_MASK, TEMPORARY, UNREADABLE, TOO_LARGE, OTHER ->
                new CommandResult.Unconfirmed(error.detail());
        };
    }

    static String describe(IOException exception) {
        if (exception instanceof ProxyException) return String.valueOf(exception.getMessage());
        String message = exception.getMessage();
        return exception.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
