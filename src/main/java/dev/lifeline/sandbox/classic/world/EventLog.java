package dev.lifeline.sandbox.classic.world;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The account's own audit trail (softlayer.md 2.7); what is typed inside a device does not show here. */
public final class EventLog {

    private static final int KEPT = 10_000;

    private final ConcurrentLinkedDeque<Event> events = new ConcurrentLinkedDeque<>();
    private final AtomicLong traces = new AtomicLong(0x5f1ee0);

    /**
     * One row.
     *
     * @param objectName CCI for guests, Server for bare metal, User for users
     */
    public record Event(
            String name, Instant at, String objectName, long objectId, String label, CloudUser by, String traceId) {}

    /** Adds what somebody did to a device. */
    public void did(CloudUser by, Instant at, String name, Spec device) {
        add(new Event(name, at, device.isGuest() ? "CCI" : "Server", device.id(), device.fullName(), by, trace()));
    }

    /** Adds what somebody did to a user. */
    public void did(CloudUser by, Instant at, String name, CloudUser to) {
        add(new Event(name, at, "User", to.id(), to.username(), by, trace()));
    }

    private String trace() {
        return Long.toHexString(traces.getAndIncrement());
    }

    private void add(Event event) {
        events.addFirst(event);
        if (events.size() > KEPT) events.pollLast();
    }

    /** Newest first. */
    public List<Event> all() {
        return List.copyOf(events);
    }
}
