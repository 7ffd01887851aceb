package dev.lifeline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser on the link page whose address {@code /rescue link} gave. Remembers the current page. */
public final class LinkPageClient {

    private static final Pattern LINK_PATTERN = Pattern.compile("http://localhost:\\d+/link/[A-Za-z0-9_.-]+");
    private static final Pattern CONFIRMATION_PATTERN = Pattern.compile("name=\"confirmation\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI linkUrl;
    private HttpResponse<String> page;

    private LinkPageClient(URI linkUrl) {
        this.linkUrl = linkUrl;
        this.page = get(linkUrl);
    }

    /** Types the command and opens the link of its reply. */
    public static LinkPageClient openLinkOf(SimulatedUser user) {
        return new LinkPageClient(requestLink(user));
    }

    /** Types the command and returns the link of its reply. */
    public static URI requestLink(SimulatedUser user) {
        long linksBefore = LINK_PATTERN.matcher(user.ephemeralText()).results().count();
        user.type("/rescue link");
        user.waitFor(
                "another address",
                () -> LINK_PATTERN.matcher(user.ephemeralText()).results().count() > linksBefore);
        return URI.create(LINK_PATTERN
                .matcher(user.ephemeralText())
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .group());
    }

    /** Opens the link. */
    public static LinkPageClient open(URI linkUrl) {
        return new LinkPageClient(linkUrl);
    }

    public URI linkUrl() {
        return linkUrl;
    }

    /** Submits the cloud user's own name and API key. */
    public LinkPageClient submitKeyOf(String name) {
        return submitKey("307608_" + name + "@example.com", "sandbox-" + name + "-api-key");
    }

    /** Submits the name and API key of the cloud user of the second account. */
    public LinkPageClient submitSecondKeyOf(String name) {
        return submitKey("411902_" + name + "@example.com", "sandbox-" + name + "-api-key");
    }

    public LinkPageClient submitKey(String username, String key) {
        return post(linkUrl, "username=" + urlEncoded(username) + "&key=" + urlEncoded(key));
    }

    public LinkPageClient confirm() {
        return confirm(confirmation());
    }

    public LinkPageClient confirm(String confirmation) {
        return post(URI.create(linkUrl + "/confirm"), "confirmation=" + urlEncoded(confirmation));
    }

    /** The confirmation token of the page. */
    public String confirmation() {
        Matcher matcher = CONFIRMATION_PATTERN.matcher(page.body());
        if (!matcher.find()) throw new AssertionError("nothing to confirm on: " + text());
        return matcher.group(1);
    }

    public LinkPageClient post(URI target, String form) {
        page = send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return this;
    }

    public LinkPageClient reload() {
        page = get(linkUrl);
        return this;
    }

    /** The response as it was sent. */
    public HttpResponse<String> page() {
        return page;
    }

    /** The text of the page, without markup. */
    public String text() {
        return page.body()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private HttpResponse<String> get(URI source) {
        return send(HttpRequest.newBuilder(source).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
