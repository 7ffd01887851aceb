package dev.lifeline.app.doctor;

import dev.lifeline.config.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Tells what can be known from this host about the URL at which people reach the bot's pages. That a browser elsewhere reaches them can
 * only be tried there, and the line says so.
 */
final class PublicUrlChecks {

    private static final String SUBJECT = "pages";
    private static final String SETTING = "LIFELINE_PUBLIC_URL";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int STATUS_OK = 200;
    private static final String FROM_HERE = "seen from this host; open it once in a browser elsewhere";

    /** Without a token, the same for everybody, and known to this bot alone. */
    private static final String KNOWN_PAGE = "page.css";

    private final Settings settings;

    PublicUrlChecks(Settings settings) {
        this.settings = settings;
    }

    CheckResult run() {
        int port = settings.server().http().port();
        String base = settings.scope().publicUrl(port).toString();
        String pages = base + (base.endsWith("/") ? "link/" : "/link/");
        return settings.scope()
                .publicUrl()
                .map(url -> check(url, pages))
                .orElseGet(() -> CheckResult.ok(
                        SUBJECT, pages + ", on this machine only; set " + SETTING + " for people elsewhere"));
    }

    private CheckResult check(URI url, String pages) {
        try {
            InetAddress address = InetAddress.getByName(url.getHost());
            if (address.isLoopbackAddress())
                return CheckResult.warn(
                        SUBJECT, pages + " is this machine only: set " + SETTING + " to an address that people reach");
            return checkAnswer(pages, address.isSiteLocalAddress() ? ", a private address, " : ", ");
        } catch (UnknownHostException e) {
            return CheckResult.wrong(
                    SUBJECT,
                    "the host of " + SETTING + ", " + url.getHost() + ", is unknown to this host's DNS: correct it");
        }
    }

    /** @param kind what is between the URL and how it was seen */
    private CheckResult checkAnswer(String pages, String kind) {
        Optional<String> problem = problem(pages + KNOWN_PAGE);
        if (problem.isEmpty()) return CheckResult.ok(SUBJECT, pages + kind + "leads to the bot, " + FROM_HERE);
        return new ListenChecks(settings.server()).botListens()
                ? CheckResult.warn(
                        SUBJECT,
                        pages + kind + "does not lead to the bot that listens here (" + problem.get()
                                + "), seen from this host: correct " + SETTING + " or the reverse proxy in front")
                : CheckResult.ok(
                        SUBJECT,
                        pages + kind + "does not answer yet (" + problem.get()
                                + "), and no bot listens here: ask again once it does");
    }

    private static Optional<String> problem(String page) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(page).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            boolean ours = status == STATUS_OK
                    && String.valueOf(connection.getContentType()).startsWith("text/css");
            return ours ? Optional.empty() : Optional.of("HTTP " + status);
        } catch (SSLException e) {
            return Optional.of("its certificate is not trusted");
        } catch (IOException e) {
            return Optional.of("no connection");
        }
    }
}
