package dev.lifeline.access;

/** A person's user name and API key: cannot be printed, equals only itself, and is not kept (promise P6). */
public final class UserApiKey {

    /** User name that goes with an IBM Cloud API key (src/docs/platform/softlayer.md, section Endpoints and authentication). */
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

    /**
     * Whether user name and key are 1 to 256 printable ASCII characters, the user name without a colon. What is not is
     * never sent.
     */
    public boolean isWellFormed() {
        return isPrintableAscii(username) && isPrintableAscii(key) && username.indexOf(':') < 0;
    }

    private static boolean isPrintableAscii(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CHARS
                && text.chars().allMatch(character -> character > ' ' && character < 127);
    }

    @Override
    public String toString() {
        return "UserApiKey[not shown]";
    }
}
