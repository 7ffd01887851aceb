package dev.lifeline.access;

/** A person's own user name and API key. Cannot print itself, equals nothing but itself, and is not kept (promise P6). */
public final class UserApiKey {

    /** The user name that goes with an IBM Cloud API key (softlayer.md 1.1). */
    private static final String IAM_USERNAME = "apikey";

    private static final int MAX_CHARS = 256;

    private final String username;
    private final String key;

    /** @param username blank for an IBM Cloud API key, which needs none */
    public UserApiKey(String username, String key) {
        this.username = username.isBlank() ? IAM_USERNAME : username.strip();
        this.key = key.strip();
    }

    public String username() {
        return username;
    }

    public String key() {
        return key;
    }

    /** Could it be one at all? What is not is never sent to the provider. */
    public boolean isWellFormed() {
        return isPrintableAscii(username) && isPrintableAscii(key) && username.indexOf(':') < 0;
    }

    private static boolean isPrintableAscii(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CHARS
                && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    @Override
    public String toString() {
        return "OwnKey[not shown]";
    }
}
