package dev.lifeline.slack;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** May the bot post to this address? Only Slack's own, since the address was carried through a database and back. */
final class ResponseUrl {

    private ResponseUrl() {}

    /** The address, where it is Slack's: on slack.com over TLS, or on the very host of the Web API. */
    static Optional<URI> trusted(String address, URI apiUrl) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && (isSlacks(uri) || uri.getHost().equals(apiUrl.getHost()))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSlacks(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(uri.getScheme()) && (host.equals("slack.com") || host.endsWith(".slack.com"));
    }
}
