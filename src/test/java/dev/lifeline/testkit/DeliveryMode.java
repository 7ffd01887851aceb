package dev.lifeline.testkit;

import java.util.Optional;

/** The way of Slack's deliveries to the bot. A test class chooses {@code HTTP} by {@code @ExtendWith(HttpModeExtension.class)}. */
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
