package dev.lifeline.sandbox.slack;

import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Serves the browser page and its files from the class path, at {@code /}, {@code /archives/*} (permalinks) and
 * {@code /page/*}.
 */
final class PageFilesRoute {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String PAGE_FOLDER = "/dev/lifeline/sandbox/slack/page/";
    private static final String PREACT = "/META-INF/resources/webjars/preact/10.28.0/";
    private static final Map<String, String> PREACT_FILES = Map.of(
            "preact.mjs", PREACT + "dist/preact.module.js",
            "hooks.mjs", PREACT + "hooks/dist/hooks.module.js");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    HttpResponse handle(HttpRequest httpRequest) throws IOException {
        String path = httpRequest.path();
        if (path.equals("/") || path.startsWith("/archives/")) return serveFile("index.html");
        if (path.startsWith("/page/")) return serveFile(path.substring("/page/".length()));
        return HttpResponse.text(NOT_FOUND, "not found");
    }

    private static HttpResponse serveFile(String name) throws IOException {
        String resource = PREACT_FILES.getOrDefault(name, PAGE_FOLDER + name);
        if (name.contains("..")) return HttpResponse.text(NOT_FOUND, "not found");
        try (InputStream in = PageFilesRoute.class.getResourceAsStream(resource)) {
            if (in == null) return HttpResponse.text(NOT_FOUND, "no page file " + name);
            return HttpResponse.of(OK, mediaType(name), in.readAllBytes());
        }
    }

    private static String mediaType(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
