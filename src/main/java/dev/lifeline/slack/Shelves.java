package dev.lifeline.slack;

import dev.lifeline.command.Inbox;
import dev.lifeline.command.Replays;
import dev.lifeline.message.Budgets;
import dev.lifeline.message.Outbox;
import java.time.InstantSource;

/**
 * What does the door put down and take up?
 *
 * @param replays shared by all replicas, as are the budgets
 */
public record Shelves(Inbox inbox, Outbox outbox, Replays replays, Budgets budgets) {

    /** For a process that is alone: what was taken before and what may be said is remembered in it, and forgotten with it. */
    public static Shelves alone(Inbox inbox, Outbox outbox, InstantSource clock) {
        return new Shelves(inbox, outbox, new RecentReplays(clock), new OwnBudgets(clock));
    }
}
