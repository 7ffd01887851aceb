package dev.lifeline.testkit;

import java.util.Optional;

/** Which way do deliveries take from Slack to the bot? A test class says {@code @ExtendWith(OverHttp.class)} where it is not the usual one. */
public enum Mode {
    SOCKET,
    HTTP;

    private static final ThreadLocal<Mode> WANTED = ThreadLocal.withInitial(() -> SOCKET);

    static Mode now() {
        return WANTED.get();
    }

    static void wanted(Mode mode) {
        WANTED.set(mode);
    }

    Optional<String> only(Mode other, String secret) {
        return this == other ? Optional.of(secret) : Optional.empty();
    }
}
