package dev.lifeline.sandbox.slack.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which socket addresses were handed out and not used yet? Each is good once, for 30 seconds. */
public final class Tickets {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int BYTES = 16;

    private final Map<String, Instant> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    public Tickets(InstantSource clock) {
        this.clock = clock;
    }

    public String issue() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        open.put(ticket, clock.instant().plus(GOOD_FOR));
        return ticket;
    }

    boolean redeem(String ticket) {
        Instant until = open.remove(ticket);
        return until != null && !clock.instant().isAfter(until);
    }
}
