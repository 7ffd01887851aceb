package dev.lifeline.slack;

import dev.lifeline.command.Inbox;
import dev.lifeline.command.Replays;
import dev.lifeline.message.Budgets;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Whereabouts;
import java.time.InstantSource;

/**
 * What does the door put down and take up?
 *
 * @param replays shared by all replicas, as are the budgets
 */
public record Shelves(Inbox inbox, Outbox outbox, Whereabouts whereabouts, Replays replays, Budgets budgets) {

    /** For a process that is alone: what was taken before and what may be said is remembered in it, and forgotten with it. */
    public static Shelves alone(Inbox inbox, Outbox outbox, InstantSource clock) {
        return new Shelves(inbox, outbox, Whereabouts.SETTLED, new RecentReplays(clock), new OwnBudgets(clock));
    }

    /** What is to be delivered, addressed to where each channel is today. */
    Outbox forwarded() {
        return new ForwardedOutbox(outbox, whereabouts);
    }
}
