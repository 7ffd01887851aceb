package dev.lifeline.softlayer.rest;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/** A user name with a classic key, or the word "apikey" with an IBM Cloud API key (softlayer.md 1.1). Never runs out. */
public final class BasicAuthCredential implements Credential {

    private final String header;

    public BasicAuthCredential(String username, String key) {
        this.header = Credentials.basic(username, key, StandardCharsets.UTF_8);
    }

    @Override
    public String authorizationHeader() {
        return header;
    }

    @Override
    public String authorizationHeaderForCommand() {
        return header;
    }

    @Override
    public boolean invalidate(String refused) {
        return false;
    }
}
