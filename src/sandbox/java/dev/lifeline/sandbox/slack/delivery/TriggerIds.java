package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Issues trigger ids; each is valid once, for three seconds (src/docs/platform/slack.md, section Times). Thread-safe. */
public final class TriggerIds {

    private static final Duration TRIGGER_ID_TTL = Duration.ofSeconds(3);

    /** The result of exchanging a trigger id: a user id, or Slack's error. */
    public record ExchangeResult(Optional<String> userId, String error) {}

    private record IssuedTriggerId(String userId, Instant expiresAt, boolean exchanged) {}

    private final Map<String, IssuedTriggerId> issuedById = new ConcurrentHashMap<>();
    private final AtomicLong idCount = new AtomicLong();
    private final InstantSource clock;
    private final BooleanSupplier issueExpired;

    /**
     * @param issueExpired whether an id issued now is expired at once
     */
    TriggerIds(InstantSource clock, BooleanSupplier issueExpired) {
        this.clock = clock;
        this.issueExpired = issueExpired;
    }

    String issue(String userId) {
        String secret = Long.toHexString(Double.doubleToLongBits(Math.random()));
        String id =
                "%d.%d.%s".formatted(idCount.incrementAndGet(), clock.instant().getEpochSecond(), secret);
        Instant expiresAt = issueExpired.getAsBoolean() ? Instant.MIN : clock.instant().plus(TRIGGER_ID_TTL);
        issuedById.put(id, new IssuedTriggerId(userId, expiresAt, false));
        return id;
    }

    /** Uses a trigger id up. */
    public synchronized ExchangeResult exchange(String id) {
        IssuedTriggerId issuedTriggerId = issuedById.get(id);
        if (issuedTriggerId == null) return new ExchangeResult(Optional.empty(), "invalid_trigger_id");
        if (issuedTriggerId.exchanged()) return new ExchangeResult(Optional.empty(), "exchanged_trigger_id");
        if (clock.instant().isAfter(issuedTriggerId.expiresAt())) return new ExchangeResult(Optional.empty(), "expired_trigger_id");
        issuedById.put(id, new IssuedTriggerId(issuedTriggerId.userId(), issuedTriggerId.expiresAt(), true));
        return new ExchangeResult(Optional.of(issuedTriggerId.userId()), "");
    }

    void expireAll() {
        issuedById.replaceAll((id, issuedTriggerId) -> new IssuedTriggerId(issuedTriggerId.userId(), Instant.MIN, issuedTriggerId.exchanged()));
    }
}
