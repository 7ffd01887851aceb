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

/**
 * Issues response URLs and counts their uses: five within thirty minutes (src/docs/platform/slack.md, section Times).
 * Thread-safe.
 */
public final class ResponseUrls {

    private static final int MAX_USES = 5;
    private static final Duration URL_TTL = Duration.ofMinutes(30);
    private static final int SECRET_BYTES = 12;

    /**
     * What a URL was issued for: a user's interaction in a channel, perhaps on a message.
     *
     * @param messageTs the message's ts
     */
    public record ResponseTarget(String userId, String channelId, Optional<String> messageTs) {

        ResponseTarget inChannel(String newChannelId) {
            return new ResponseTarget(userId, newChannelId, messageTs);
        }
    }

    /** The result of using a URL: its target, or Slack's error. */
    public record UseResult(Optional<ResponseTarget> target, String error) {}

    private record IssuedUrl(ResponseTarget target, Instant expiresAt, int usesLeft) {}

    private final Map<String, IssuedUrl> issuedByPath = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final BooleanSupplier issueExpired;
    private final Supplier<String> baseUrl;

    /**
     * @param issueExpired whether a URL issued now is expired at once
     */
    ResponseUrls(InstantSource clock, BooleanSupplier issueExpired, Supplier<String> baseUrl) {
        this.clock = clock;
        this.issueExpired = issueExpired;
        this.baseUrl = baseUrl;
    }

    /**
     * Returns a new URL.
     *
     * @param family {@code commands}, {@code actions} or {@code app}
     */
    String issue(String family, String team, ResponseTarget responseTarget) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String path = "/%s/%s/%d/%s"
                .formatted(family, team, issuedByPath.size() + 1, HexFormat.of().formatHex(secret));
        Instant expiresAt = issueExpired.getAsBoolean() ? Instant.MIN : clock.instant().plus(URL_TTL);
        issuedByPath.put(path, new IssuedUrl(responseTarget, expiresAt, MAX_USES));
        return baseUrl.get() + path;
    }

    /** Looks a URL up and counts one use. */
    public synchronized UseResult use(String path) {
        IssuedUrl issuedUrl = issuedByPath.get(path);
        if (issuedUrl == null) return new UseResult(Optional.empty(), "invalid_url");
        if (clock.instant().isAfter(issuedUrl.expiresAt())) return new UseResult(Optional.empty(), "expired_url");
        if (issuedUrl.usesLeft() == 0) return new UseResult(Optional.empty(), "used_url");
        issuedByPath.put(path, new IssuedUrl(issuedUrl.target(), issuedUrl.expiresAt(), issuedUrl.usesLeft() - 1));
        return new UseResult(Optional.of(issuedUrl.target()), "");
    }

    void expireAll() {
        issuedByPath.replaceAll((path, issuedUrl) -> new IssuedUrl(issuedUrl.target(), Instant.MIN, issuedUrl.usesLeft()));
    }
}
