package dev.lifeline.sandbox.slack.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Which response URLs are still good? Five uses within thirty minutes (slack.md 4.2). */
public final class ResponseUrls {

    private static final int USES = 5;
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);
    private static final int BYTES = 12;

    /** What a URL was handed out for: a person's deed in a channel, perhaps on a message, told by its ts. */
    public record Occasion(String person, String channel, Optional<String> message) {

        Occasion in(String other) {
            return new Occasion(person, other, message);
        }
    }

    /** What using a URL came to: the occasion, or Slack's error. */
    public record Use(Optional<Occasion> occasion, String error) {}

    private record Issued(Occasion occasion, Instant until, int usesLeft) {}

    private final Map<String, Issued> byPath = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final BooleanSupplier stale;
    private final Supplier<String> base;

    /** URLs issued while stale says so have expired before anybody sees them. */
    ResponseUrls(InstantSource clock, BooleanSupplier stale, Supplier<String> base) {
        this.clock = clock;
        this.stale = stale;
        this.base = base;
    }

    /** A new URL; family is {@code commands}, {@code actions} or {@code app}. */
    String issue(String family, String team, Occasion occasion) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String path = "/%s/%s/%d/%s"
                .formatted(family, team, byPath.size() + 1, HexFormat.of().formatHex(secret));
        Instant until = stale.getAsBoolean() ? Instant.MIN : clock.instant().plus(GOOD_FOR);
        byPath.put(path, new Issued(occasion, until, USES));
        return base.get() + path;
    }

    /** Counts one use. */
    public synchronized Use use(String path) {
        Issued issued = byPath.get(path);
        if (issued == null) return new Use(Optional.empty(), "invalid_url");
        if (clock.instant().isAfter(issued.until())) return new Use(Optional.empty(), "expired_url");
        if (issued.usesLeft() == 0) return new Use(Optional.empty(), "used_url");
        byPath.put(path, new Issued(issued.occasion(), issued.until(), issued.usesLeft() - 1));
        return new Use(Optional.of(issued.occasion()), "");
    }

    void expireAll() {
        byPath.replaceAll((path, issued) -> new Issued(issued.occasion(), Instant.MIN, issued.usesLeft()));
    }
}
