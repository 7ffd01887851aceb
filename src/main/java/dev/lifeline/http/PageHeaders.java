package dev.lifeline.http;

import java.util.Map;
import org.eclipse.jetty.server.Response;

/** The headers of the pages: they load nothing from elsewhere, are framed nowhere, kept nowhere, and their address goes nowhere. */
final class PageHeaders {

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "X-Robots-Tag",
            "noindex",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private PageHeaders() {}

    static void addTo(Response response) {
        SECURITY_HEADERS.forEach(response.getHeaders()::put);
    }
}
