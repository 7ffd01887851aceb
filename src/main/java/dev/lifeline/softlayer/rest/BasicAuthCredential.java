package dev.lifeline.softlayer.rest;

import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/**
 * HTTP Basic authentication with a classic user name and its API key, or with the literal user name "apikey" and an IBM Cloud API key
 * (src/docs/platform/softlayer.md, section Endpoints and authentication). Does not expire. Immutable.
 */
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
    public boolean invalidate(String rejectedHeader) {
        return false;
    }
}
