package dev.lifeline.slack.oauth;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What installations by OAuth need.
 *
 * @param keys the first encrypts the tokens in the store, every one opens them
 * @param allowedTeamIds the workspaces that may install the bot: whoever administers one decides which address a member has, and the address
 *     decides which cloud user that is
 * @param publicUrl of the bot's pages; known once the port is open
 */
public record OAuthConfig(
        String clientId,
        String clientSecret,
        List<EncryptionKey> keys,
        Set<String> allowedTeamIds,
        Supplier<URI> publicUrl) {

    public OAuthConfig {
        keys = List.copyOf(keys);
        allowedTeamIds = Set.copyOf(allowedTeamIds);
    }

    URI redirectUrl() {
        return page("/slack/oauth_redirect");
    }

    /** Where a workspace is installed. */
    public URI installUrl() {
        return page("/slack/install");
    }

    private URI page(String path) {
        return URI.create(publicUrl.get().toString().replaceFirst("/$", "") + path);
    }

    @Override
    public String toString() {
        return "OAuthConfig[" + clientId + ", workspaces " + allowedTeamIds + "]";
    }
}
