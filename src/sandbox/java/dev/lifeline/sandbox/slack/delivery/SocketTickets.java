package dev.lifeline.sandbox.slack.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets of issued socket URLs; each is valid once, for 30 seconds. Thread-safe. */
public final class SocketTickets {

    private static final Duration TICKET_TTL = Duration.ofSeconds(30);
    private static final int TICKET_BYTES = 16;

    private final Map<String, Instant> expiryByTicket = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    public SocketTickets(InstantSource clock) {
        this.clock = clock;
    }

    public String issue() {
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        expiryByTicket.put(ticket, clock.instant().plus(TICKET_TTL));
        return ticket;
    }

    boolean redeem(String ticket) {
        Instant expiresAt = expiryByTicket.remove(ticket);
        return expiresAt != null && !clock.instant().isAfter(expiresAt);
    }
}
