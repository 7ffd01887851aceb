package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The support tickets of the account, oldest first. Thread-safe. */
public final class Tickets {

    private static final long FIRST_ID = 131_000_001;

    /** One entry of a ticket: who wrote what, when. */
    public record Update(long id, CloudUser editor, Instant at, String entry) {}

    /**
     * One ticket.
     *
     * @param deviceId the device it is about, if any
     */
    public record Ticket(
            long id, String title, TicketSubject subject, boolean open, OptionalLong deviceId, List<Update> updates) {

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
    public synchronized Ticket open(
            String title, TicketSubject subject, String contents, OptionalLong deviceId, CloudUser author, Instant at) {
        Update first = new Update(FIRST_ID + ++updateCount, author, at, contents);
        Ticket opened = new Ticket(FIRST_ID + tickets.size(), title, subject, true, deviceId, List.of(first));
        tickets.add(opened);
        return opened;
    }

    /** Adds an update; empty where there is no such ticket. */
    public synchronized Optional<Ticket> update(long id, String entry, CloudUser editor, Instant at) {
        Optional<Ticket> found = find(id);
        found.ifPresent(ticket -> {
            List<Update> updates = new ArrayList<>(ticket.updates());
            updates.add(new Update(FIRST_ID + ++updateCount, editor, at, entry));
            Ticket changed =
                    new Ticket(id, ticket.title(), ticket.subject(), ticket.open(), ticket.deviceId(), updates);
            tickets.set(tickets.indexOf(ticket), changed);
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
