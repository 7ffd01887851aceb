package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The account's own audit trail (softlayer.md 2.7); what is typed inside a device does not show here. */
public final class EventLog {

    private static final int MAX_EVENTS = 10_000;

    private final ConcurrentLinkedDeque<Event> events = new ConcurrentLinkedDeque<>();
    private final AtomicLong nextTraceNumber = new AtomicLong(0x5f1ee0);

    /**
     * One row.
     *
     * @param objectName CCI for guests, Server for bare metal, User for users
     */
    public record Event(
            String name, Instant createdAt, String objectName, long objectId, String label, CloudUser user, String traceId) {}

    /** Adds what somebody did to a device. */
    public void record(CloudUser by, Instant at, String name, DeviceSpec device) {
        add(new Event(name, at, device.isGuest() ? "CCI" : "Server", device.id(), device.fullyQualifiedDomainName(), by, nextTraceId()));
    }

    /** Adds what somebody did to a user. */
    public void record(CloudUser by, Instant at, String name, CloudUser to) {
        add(new Event(name, at, "User", to.id(), to.username(), by, nextTraceId()));
    }

    private String nextTraceId() {
        return Long.toHexString(nextTraceNumber.getAndIncrement());
    }

    private void add(Event event) {
        events.addFirst(event);
        if (events.size() > MAX_EVENTS) events.pollLast();
    }

    /** Newest first. */
    public List<Event> all() {
        return List.copyOf(events);
    }
}
