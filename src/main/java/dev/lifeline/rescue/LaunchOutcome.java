package dev.lifeline.rescue;

import dev.lifeline.device.Obstacle;
import java.util.OptionalLong;

/** What did the provider answer when it was asked, once, to act on a device? */
public sealed interface LaunchOutcome {

    /**
     * The provider took the order. Nothing has happened yet.
     *
     * @param transaction its id, where the provider names it at once
     */
    record Accepted(OptionalLong transaction) implements LaunchOutcome {}

    /** The provider is at work on the device, or refuses commands for a while; nothing was done. */
    record Busy(String detail) implements LaunchOutcome {}

    /** The provider does not let the bot's own user do this, or does not show it the device; nothing was done. */
    record NotPermitted(String detail) implements LaunchOutcome {}

    /** The machine stands in the way; nothing was sent. */
    record Hindered(Obstacle obstacle) implements LaunchOutcome {}

    /** The order never left, so it is safe to send it again. */
    record NotSent(String detail) implements LaunchOutcome {}

    /** The order was sent and the answer was lost: look for what happened before anything is asked again. */
    record Unconfirmed(String detail) implements LaunchOutcome {}
}
