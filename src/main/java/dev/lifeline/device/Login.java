package dev.lifeline.device;

/**
 * With what does one log in to a device, as the provider has it on record? Wiped when it is closed.
 *
 * @param username may be empty where only a password is on record
 */
public record Login(String username, Secret password) implements AutoCloseable {

    @Override
    public void close() {
        password.close();
    }
}
