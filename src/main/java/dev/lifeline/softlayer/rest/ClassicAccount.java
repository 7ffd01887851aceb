package dev.lifeline.softlayer.rest;

import java.net.URI;
import java.util.Optional;

/**
 * Which IBM Cloud Classic account does the bot work on, and as whom?
 *
 * @param endpoint the REST base, such as {@code https://api.softlayer.com/rest/v3.1/}, with or without the slash at its end
 * @param username the classic user name, usually {@code <account>_<email>}; or literally the word "apikey" for an IBM Cloud API key
 *     (softlayer.md 1.1)
 * @param apiKey the secret that goes with it
 * @param rescueImage which image Windows guests boot for their rescue: a disk image id, or another name than the usual one; empty to
 *     look for the usual one
 * @param iamEndpoint where to exchange the key for bearer tokens, such as {@code https://iam.cloud.ibm.com}; the key is an IBM Cloud API key
 *     then. Empty to send the name and the key themselves
 */
public record ClassicAccount(
        URI endpoint, String username, String apiKey, Optional<String> rescueImage, Optional<URI> iamEndpoint) {

    /** With the name and the key themselves. */
    public ClassicAccount(URI endpoint, String username, String apiKey, Optional<String> rescueImage) {
        this(endpoint, username, apiKey, rescueImage, Optional.empty());
    }

    public ClassicAccount {
        if (username.isBlank()) throw new IllegalArgumentException("the provider's user name is blank");
        if (apiKey.isBlank()) throw new IllegalArgumentException("the provider's API key is blank");
        rescueImage = rescueImage.map(String::strip).filter(image -> !image.isEmpty());
    }

    /** Without the key: what is printed may end in a log. */
    @Override
    public String toString() {
        return "ClassicAccount[" + username + " at " + endpoint + "]";
    }
}
