package dev.lifeline.device;

import java.time.Instant;
import java.util.List;

/**
 * What the provider has on record about a device besides its state, that its requester may want to know: planned maintenance, and open
 * tickets. None prevents a rescue.
 *
 * @param maintenance announced and not over, the next first
 * @param openTickets ids of the tickets that the device is attached to
 * @param complete false where one of the two could not be read, so that its absence proves nothing
 */
public record Notices(List<Maintenance> maintenance, List<Long> openTickets, boolean complete) {

    public static final Notices NONE = new Notices(List.of(), List.of(), true);

    public Notices {
        maintenance = List.copyOf(maintenance);
        openTickets = List.copyOf(openTickets);
    }

    /**
     * Planned maintenance.
     *
     * @param subject as the provider words it; may be empty
     */
    public record Maintenance(String subject, Instant startsAt, Instant endsAt) {}
}
