package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The support tickets of the account, oldest first. Thread-safe. */
public final class Tickets {

    private static final long FIRST_ID = 131_000_001;

    /** One entry of a ticket: who wrote what, when. */
    public record Update(long id, CloudUser editor, Instant at, String entry) {
        /** The provider writes the times of tickets without fractions of a second. */
        public Update {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /**
     * What a ticket is about.
     *
     * @param priority as the caller gave it; 0 where none was given
     * @param deviceId the device it is about, if any
     */
    public record Heading(String title, TicketSubject subject, long priority, OptionalLong deviceId) {}

    /** One ticket. */
    public record Ticket(long id, Heading heading, boolean open, List<Update> updates) {

        public Ticket {
            updates = List.copyOf(updates);
        }

        public CloudUser author() {
            return updates.get(0).editor();
        }

        public Instant createdAt() {
            return updates.get(0).at();
        }

        public Instant modifiedAt() {
            return updates.get(updates.size() - 1).at();
        }
    }

    private final List<Ticket> tickets = new ArrayList<>();
    private long updateCount;

    /** Opens a ticket; its first update is what was written. */
    public synchronized Ticket open(Heading heading, String contents, CloudUser author, Instant at) {
        Update first = new Update(FIRST_ID + ++updateCount, author, at, contents);
        Ticket opened = new Ticket(FIRST_ID + tickets.size(), heading, true, List.of(first));
        tickets.add(opened);
        return opened;
    }

    /** Adds an update; empty where there is no such ticket. */
    public synchronized Optional<Ticket> update(long id, String entry, CloudUser editor, Instant at) {
        Optional<Ticket> found = find(id);
        found.ifPresent(ticket -> {
            List<Update> updates = new ArrayList<>(ticket.updates());
            updates.add(new Update(FIRST_ID + ++updateCount, editor, at, entry));
            tickets.set(tickets.indexOf(ticket), new Ticket(id, ticket.heading(), ticket.open(), updates));
        });
        return find(id);
    }

    public synchronized Optional<Ticket> find(long id) {
        return tickets.stream().filter(ticket -> ticket.id() == id).findFirst();
    }

    public synchronized List<Ticket> all() {
        return List.copyOf(tickets);
    }
}
