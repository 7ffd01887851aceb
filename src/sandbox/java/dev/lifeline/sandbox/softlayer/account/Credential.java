package dev.lifeline.sandbox.softlayer.account;

/** The user and password on record for a device; the rescue environment takes them too (softlayer.md 2.3). */
public record Credential(String username, String password) {

    @Override
    public String toString() {
        return "Credential[" + username + "]";
    }
}
