package dev.lifeline.testkit;

import java.util.Optional;

/** Which way do deliveries take from Slack to the bot? A test class says {@code @ExtendWith(OverHttp.class)} where it is not the usual one. */
public enum DeliveryMode {
    SOCKET,
    HTTP;

    private static final ThreadLocal<DeliveryMode> CURRENT = ThreadLocal.withInitial(() -> SOCKET);

    static DeliveryMode current() {
        return CURRENT.get();
    }

    static void use(DeliveryMode deliveryMode) {
        CURRENT.set(deliveryMode);
    }

    Optional<String> secretFor(DeliveryMode other, String secret) {
        return this == other ? Optional.of(secret) : Optional.empty();
    }
}
