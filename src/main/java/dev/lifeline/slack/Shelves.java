package dev.lifeline.slack;

import dev.lifeline.command.Inbox;
import dev.lifeline.command.Replays;
import dev.lifeline.message.Budgets;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Whereabouts;

/**
 * What does the door put down and take up?
 *
 * @param replays shared by all replicas, as are the budgets
 */
public record Shelves(Inbox inbox, Outbox outbox, Whereabouts whereabouts, Replays replays, Budgets budgets) {

    /** What is to be delivered, addressed to where each channel is today. */
    Outbox forwarded() {
        return new ForwardedOutbox(outbox, whereabouts);
    }
}
