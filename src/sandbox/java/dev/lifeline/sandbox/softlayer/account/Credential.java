package dev.lifeline.sandbox.softlayer.account;

/**
 * The recorded credential of a device; the rescue kernel accepts it too (src/docs/platform/softlayer.md, section Reading one
 * device).
 */
public record Credential(String username, String password) {

    @Override
    public String toString() {
        return "Credential[" + username + "]";
    }
}
