package dev.lifeline.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Every {@link World} of a test is in HTTP mode: signed requests instead of a socket. */
public final class OverHttp implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        Mode.wanted(Mode.HTTP);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Mode.wanted(Mode.SOCKET);
    }
}
