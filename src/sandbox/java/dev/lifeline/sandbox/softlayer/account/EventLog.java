package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The account's event log (src/docs/platform/softlayer.md, section Event log), newest first, the last 10,000 kept. What is
 * typed on a device is not logged. Thread-safe.
 */
public final class EventLog {

    private static final int MAX_EVENTS = 10_000;

    private final ConcurrentLinkedDeque<Event> events = new ConcurrentLinkedDeque<>();
    private final AtomicLong nextTraceNumber = new AtomicLong(0x5f1ee0);

    /**
     * One event.
     *
     * @param objectName CCI for guests, Server for bare metal, User for users
     */
    public record Event(
            String name, Instant createdAt, String objectName, long objectId, String label, CloudUser user, String traceId) {}

    /** Records an event of a device. */
    public void record(CloudUser actor, Instant at, String name, DeviceSpec device) {
        add(new Event(name, at, device.isGuest() ? "CCI" : "Server", device.id(), device.fullyQualifiedDomainName(), actor, nextTraceId()));
    }

    /** Records an event of a user. */
    public void record(CloudUser actor, Instant at, String name, CloudUser target) {
        add(new Event(name, at, "User", target.id(), target.username(), actor, nextTraceId()));
    }

    private String nextTraceId() {
        return Long.toHexString(nextTraceNumber.getAndIncrement());
    }

    private void add(Event event) {
        events.addFirst(event);
        if (events.size() > MAX_EVENTS) events.pollLast();
    }

    /** Returns the events, newest first. */
    public List<Event> all() {
        return List.copyOf(events);
    }
}
