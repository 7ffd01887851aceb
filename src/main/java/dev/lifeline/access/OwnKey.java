package dev.lifeline.access;

/** A person's own user name and API key. Cannot print itself, equals nothing but itself, and is not kept (promise P6). */
public final class OwnKey {

    /** The user name that goes with an IBM Cloud API key (softlayer.md 1.1). */
    private static final String IAM = "apikey";

    private static final int LONGEST = 256;

    private final String username;
    private final String secret;

    /** @param username blank for an IBM Cloud API key, which needs none */
    public OwnKey(String username, String secret) {
        this.username = username.isBlank() ? IAM : username.strip();
        this.secret = secret.strip();
    }

    public String username() {
        return username;
    }

    public String secret() {
        return secret;
    }

    /** Could it be one at all? What is not is never sent to the provider. */
    public boolean looksRight() {
        return fits(username) && fits(secret) && username.indexOf(':') < 0;
    }

    private static boolean fits(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    @Override
    public String toString() {
        return "OwnKey[not shown]";
    }
}
