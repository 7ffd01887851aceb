package dev.lifeline.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs every {@link BotEnvironment} of a test class in HTTP mode: signed requests instead of a socket. */
public final class HttpModeExtension implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        DeliveryMode.use(DeliveryMode.HTTP);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        DeliveryMode.use(DeliveryMode.SOCKET);
    }
}
