package dev.lifeline.slack.webapi;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** May the bot post to this address? Only Slack's own, since the address was carried through a database and back. */
final class ResponseUrl {

    private ResponseUrl() {}

    /** The address, where it is Slack's: on slack.com over TLS, or on the very host of the Web API and as safely. */
    static Optional<HttpUrl> parseTrusted(String address, URI apiUrl) {
        return Optional.ofNullable(HttpUrl.parse(address)).filter(url -> isSlackHost(url) || isApiHost(url, apiUrl));
    }

    private static boolean isSlackHost(HttpUrl url) {
        return url.isHttps() && (url.host().equals("slack.com") || url.host().endsWith(".slack.com"));
    }

    private static boolean isApiHost(HttpUrl url, URI apiUrl) {
        return url.host().equals(apiUrl.getHost()) && url.scheme().equals(apiUrl.getScheme());
    }
}
