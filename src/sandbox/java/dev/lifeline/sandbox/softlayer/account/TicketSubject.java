package dev.lifeline.sandbox.softlayer.account;

import java.util.List;
import java.util.Optional;

/** The subject of a ticket, which decides who reads it. */
public record TicketSubject(long id, String name) {

    /** The subjects, as far as an operator of devices meets them. */
    public static final List<TicketSubject> ALL = List.of(
            new TicketSubject(1001, "Accounting Request"),
            new TicketSubject(1002, "Sales Request"),
            new TicketSubject(1021, "Hardware Issue"),
            new TicketSubject(1022, "Console Access Request"),
            new TicketSubject(1041, "Private Network Question"),
            new TicketSubject(1061, "OS Reload Question"),
            new TicketSubject(1062, "Reboots and Console Access"));

    public static Optional<TicketSubject> find(long id) {
        return ALL.stream().filter(subject -> subject.id == id).findFirst();
    }
}
