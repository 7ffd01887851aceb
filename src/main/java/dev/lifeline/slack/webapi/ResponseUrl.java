package dev.lifeline.slack.webapi;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Decides whether a response URL is Slack's. It was stored in a database, so it is verified before text is posted to it. */
final class ResponseUrl {

    private ResponseUrl() {}

    /** The parsed URL; empty unless it is on slack.com or a subdomain over HTTPS, or on the host of the Web API with its scheme. */
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
