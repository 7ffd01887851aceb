package dev.lifeline.softlayer;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The door to the provider, and a provider that answers as the test says. */
public abstract class ScriptedProviderTestBase {

    public ScriptedProvider provider;
    public ClassicAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        adapter = provider.newAdapter();
    }

    @AfterEach
    void close() {
        adapter.close();
        provider.close();
    }
}
