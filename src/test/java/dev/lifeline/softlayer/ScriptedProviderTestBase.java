package dev.lifeline.softlayer;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The SoftLayer adapter and a scripted provider. */
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
