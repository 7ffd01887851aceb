package dev.lifeline.slack;

import dev.lifeline.command.Inbox;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.testkit.PlacesInMemory;
import java.time.InstantSource;

/** Shelves of a process that is alone: what was taken before, what may be said and where channels went is forgotten with it. */
public final class LoneShelves {

    private LoneShelves() {}

    public static Shelves of(Inbox inbox, Outbox outbox, InstantSource clock) {
        return of(inbox, outbox, new PlacesInMemory(), clock);
    }

    static Shelves of(Inbox inbox, Outbox outbox, Whereabouts whereabouts, InstantSource clock) {
        return new Shelves(inbox, outbox, whereabouts, new RecentReplays(clock), new OwnBudgets(clock));
    }
}
