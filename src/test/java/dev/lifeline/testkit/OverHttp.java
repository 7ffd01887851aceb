package dev.lifeline.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every {@link World} of a test class is in HTTP mode: signed requests instead of a socket. */
public final class OverHttp implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Mode.wanted(Mode.HTTP);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Mode.wanted(Mode.SOCKET);
    }
}
