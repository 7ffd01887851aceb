package dev.lifeline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser that installs the bot: it keeps one cookie, and follows a redirect when it is told to. */
public final class InstallBrowser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bot;
    private String cookie = "";
    private String language = "en";

    InstallBrowser(URI bot) {
        this.bot = bot;
    }

    /** Opens the page that leads to Slack; returns the address of Slack's page. */
    public URI begin() {
        HttpResponse<String> response = get(bot.resolve("/slack/install"));
        cookie = response.headers().firstValue("set-cookie").orElse("");
        return location(response);
    }

    /** The cookie as the bot set it. */
    public String cookie() {
        return cookie;
    }

    /** Agrees for a workspace on Slack's page; returns the bot's page. */
    public String agree(URI slackPage, String teamId) {
        return open(answer(slackPage, "&team=" + teamId));
    }

    /** Cancels on Slack's page; returns the bot's page. */
    public String cancel(URI slackPage) {
        return open(answer(slackPage, "&deny=1"));
    }

    /** The address to which Slack leads back. */
    public URI answer(URI slackPage, String choice) {
        return location(get(URI.create(slackPage + choice)));
    }

    /** Opens a page of the bot. */
    public String open(URI page) {
        return get(bot.resolve(page)).body();
    }

    /** Opens a page of the bot in a browser of this language. */
    public String openIn(String tag, URI page) {
        language = tag;
        return open(page);
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + ": " + response.body())));
    }

    private HttpResponse<String> get(URI url) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept-Language", language);
            if (!cookie.isEmpty() && url.getPort() == bot.getPort()) request.header("Cookie", cookie.split(";")[0]);
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
