package dev.lifeline.device;

/**
 * User name and password of a device, as the provider has them on record. Closing it wipes the password.
 *
 * @param username may be empty where only a password is on record
 */
public record Login(String username, Secret password) implements AutoCloseable {

    @Override
    public void close() {
        password.close();
    }
}
