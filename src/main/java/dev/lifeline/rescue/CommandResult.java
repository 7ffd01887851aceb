package dev.lifeline.rescue;

import dev.lifeline.device.PreflightFailure;
import java.util.OptionalLong;

/** What did the provider answer when it was asked, once, to act on a device? */
public sealed interface CommandResult {

    /**
     * The provider took the order. Nothing has happened yet.
     *
     * @param transactionId its id, where the provider names it at once
     */
    record Accepted(OptionalLong transactionId) implements CommandResult {}

    /** The provider is at work on the device, or refuses commands for a while; nothing was done. */
    record Busy(String detail) implements CommandResult {}

    /** The provider does not let the bot's own user do this, or does not show it the device; nothing was done. */
    record NotPermitted(String detail) implements CommandResult {}

    /** The machine stands in the way; nothing was sent. */
    record Blocked(PreflightFailure preflightFailure) implements CommandResult {}

    /** The order never left, so it is safe to send it again. */
    record NotSent(String detail) implements CommandResult {}

    /** The order was sent and the answer was lost: look for what happened before anything is asked again. */
    record Unconfirmed(String detail) implements CommandResult {}
}
