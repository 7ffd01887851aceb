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

/** Somebody in front of a browser that opened the address which {@code /rescue link} gave. Remembers the page that it shows. */
public final class LinkVisitor {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/link/[A-Za-z0-9_.-]+");
    private static final Pattern CONFIRMATION = Pattern.compile("name=\"confirmation\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private HttpResponse<String> page;

    private LinkVisitor(URI address) {
        this.address = address;
        this.page = get(address);
    }

    /** The person types the command, and opens what they are told. */
    public static LinkVisitor of(Speaker person) {
        return new LinkVisitor(offered(person));
    }

    /** Only types the command. */
    public static URI offered(Speaker person) {
        long before = ADDRESS.matcher(person.alone()).results().count();
        person.types("/rescue link");
        person.awaits(
                "another address",
                () -> ADDRESS.matcher(person.alone()).results().count() > before);
        return URI.create(ADDRESS.matcher(person.alone())
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .group());
    }

    /** Whoever it is, opens this address. */
    public static LinkVisitor opening(URI address) {
        return new LinkVisitor(address);
    }

    public URI address() {
        return address;
    }

    /** Gives the cloud user's own name and key. */
    public LinkVisitor provesToBe(String name) {
        return shows("307608_" + name + "@example.com", "sandbox-" + name + "-api-key");
    }

    public LinkVisitor shows(String username, String key) {
        return posts(address, "username=" + encoded(username) + "&key=" + encoded(key));
    }

    public LinkVisitor confirms() {
        return confirms(confirmation());
    }

    public LinkVisitor confirms(String confirmation) {
        return posts(URI.create(address + "/confirm"), "confirmation=" + encoded(confirmation));
    }

    /** What the page carries along to be confirmed. */
    public String confirmation() {
        Matcher found = CONFIRMATION.matcher(page.body());
        if (!found.find()) throw new AssertionError("nothing to confirm on: " + text());
        return found.group(1);
    }

    public LinkVisitor posts(URI to, String form) {
        page = send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        return this;
    }

    public LinkVisitor opensAgain() {
        page = get(address);
        return this;
    }

    /** The page as it was sent. */
    public HttpResponse<String> page() {
        return page;
    }

    /** What is read on it. */
    public String text() {
        return page.body()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private HttpResponse<String> get(URI from) {
        return send(HttpRequest.newBuilder(from).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
