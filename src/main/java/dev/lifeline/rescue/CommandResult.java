package dev.lifeline.rescue;

import dev.lifeline.device.PreflightFailure;
import java.util.OptionalLong;

/** The result of one provider command. Details are for the operator and contain no credential. */
public sealed interface CommandResult {

    /** Whether the command was executed, or may have been. */
    default boolean mayTakeEffect() {
        return this instanceof Accepted || this instanceof Unconfirmed;
    }

    /**
     * The provider accepted the command; nothing has happened yet.
     *
     * @param transactionId id of the transaction, where the provider names it at once
     */
    record Accepted(OptionalLong transactionId) implements CommandResult {}

    /** A transaction holds the device, or the provider accepts no command for a while; nothing was done. */
    record Busy(String detail) implements CommandResult {}

    /** The provider does not let the bot's user do this, or hides the device from it; nothing was done. */
    record NotPermitted(String detail) implements CommandResult {}

    /** A property of the device prevents the command; nothing was sent. */
    record Blocked(PreflightFailure preflightFailure) implements CommandResult {}

    /** The command was not sent, so it is safe to send it again. */
    record NotSent(String detail) implements CommandResult {}

    /** The command was sent and its response is lost: look for its effect before sending anything again. */
    record Unconfirmed(String detail) implements CommandResult {}
}
