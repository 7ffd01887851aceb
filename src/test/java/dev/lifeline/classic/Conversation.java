package dev.lifeline.classic;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The door to the provider, and a provider that answers as the test says. */
abstract class Conversation {

    ScriptedProvider provider;
    ClassicDoor door;

    @BeforeEach
    void open() throws IOException {
        provider = new ScriptedProvider();
        door = provider.door();
    }

    @AfterEach
    void close() {
        door.close();
        provider.close();
    }
}
