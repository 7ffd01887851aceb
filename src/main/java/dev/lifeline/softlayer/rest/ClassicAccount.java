package dev.lifeline.softlayer.rest;

import java.net.URI;
import java.util.Optional;

/**
 * The IBM Cloud Classic account that the bot works on, and its credentials.
 *
 * @param endpoint REST base, such as {@code https://api.softlayer.com/rest/v3.1/}, with or without the trailing slash
 * @param username classic user name, usually {@code <account>_<email>}; or literally "apikey" for an IBM Cloud API key
 *     (src/docs/platform/softlayer.md, section Endpoints and authentication)
 * @param apiKey the secret that belongs to it; not blank
 * @param rescueImage the image that Windows guests boot for their rescue: a disk image id or an image name; empty for the default name
 * @param iamEndpoint where an IBM Cloud API key is exchanged for bearer tokens, such as {@code https://iam.cloud.ibm.com}; empty for
 *     Basic authentication
 */
public record ClassicAccount(
        URI endpoint, String username, String apiKey, Optional<String> rescueImage, Optional<URI> iamEndpoint) {

    /** An account with Basic authentication. */
    public ClassicAccount(URI endpoint, String username, String apiKey, Optional<String> rescueImage) {
        this(endpoint, username, apiKey, rescueImage, Optional.empty());
    }

    public ClassicAccount {
        if (username.isBlank()) throw new IllegalArgumentException("the provider's user name is blank");
        if (apiKey.isBlank()) throw new IllegalArgumentException("the provider's API key is blank");
        rescueImage = rescueImage.map(String::strip).filter(image -> !image.isEmpty());
    }

    /** Omits the key, because it may be logged. */
    @Override
    public String toString() {
        return "ClassicAccount[" + username + " at " + endpoint + "]";
    }
}
