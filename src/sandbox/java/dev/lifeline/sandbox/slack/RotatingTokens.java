package dev.lifeline.sandbox.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Bot tokens that expire after twelve hours, each with a refresh token that is valid once
 * (https://docs.slack.dev/authentication/using-token-rotation). Of one workspace the two newest are valid. Thread-safe.
 */
final class RotatingTokens {

    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MAX_VALID = 2;

    /** A token pair. */
    record Pair(FakeSlack workspace, String token, String refreshToken, Instant expiresAt) {}

    private final InstantSource clock;
    private final Map<FakeSlack, List<Pair>> valid = new HashMap<>();
    private final Map<String, Pair> byRefreshToken = new HashMap<>();

    RotatingTokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Pair issue(FakeSlack workspace) {
        String unique = UUID.randomUUID().toString();
        Pair pair =
                new Pair(workspace, "xoxe.xoxb-1-" + unique, "xoxe-1-" + unique, clock.instant().plus(LIFETIME));
        List<Pair> pairs = valid.computeIfAbsent(workspace, unused -> new ArrayList<>());
        pairs.add(pair);
        if (pairs.size() > MAX_VALID) pairs.remove(0);
        byRefreshToken.put(pair.refreshToken(), pair);
        return pair;
    }

    /** Uses a refresh token up; empty where it is unknown or was used. */
    synchronized Optional<Pair> refresh(String refreshToken) {
        return Optional.ofNullable(byRefreshToken.remove(refreshToken)).map(used -> issue(used.workspace()));
    }

    /** The pair of a token, expired or not; empty for a token that is none of these. */
    synchronized Optional<Pair> find(String token) {
        return valid.values().stream()
                .flatMap(List::stream)
                .filter(pair -> pair.token().equals(token))
                .findFirst();
    }

    boolean isExpired(Pair pair) {
        return !clock.instant().isBefore(pair.expiresAt());
    }
}
