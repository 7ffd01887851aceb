package dev.lifeline.classic;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/** A user name with a classic key, or the word "apikey" with an IBM Cloud API key (softlayer.md 1.1). Never runs out. */
final class BasicKey implements Credential {

    private final String header;

    BasicKey(String username, String key) {
        this.header = Credentials.basic(username, key, StandardCharsets.UTF_8);
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public String headerForOrder() {
        return header;
    }

    @Override
    public boolean renews(String refused) {
        return false;
    }
}
