package dev.lifeline.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A page of names under headings: plain HTML without scripts. Immutable. */
public final class NameListPage {

    private static final int OK = 200;
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <style>body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
            ul { columns: 20em } code { overflow-wrap: anywhere }</style>
            <main>
            <h1>%1$s</h1>
            """;

    private record Section(String heading, String about, List<String> names) {

        String toHtml() {
            StringBuilder html = new StringBuilder("<h2>%s (%d)</h2>%n<p>%s</p>%n<ul>%n"
                    .formatted(escape(heading), names.size(), escape(about)));
            names.forEach(name -> html.append("<li><code>%s</code>%n".formatted(escape(name))));
            return html.append("</ul>\n").toString();
        }
    }

    private final String title;
    private final List<Section> sections;

    private NameListPage(String title, List<Section> sections) {
        this.title = title;
        this.sections = sections;
    }

    public static NameListPage titled(String title) {
        return new NameListPage(title, List.of());
    }

    /** Returns the page with one more section. */
    public NameListPage withSection(String heading, String about, Collection<String> names) {
        List<Section> extended = new ArrayList<>(sections);
        extended.add(new Section(heading, about, List.copyOf(names)));
        return new NameListPage(title, List.copyOf(extended));
    }

    public HttpResponse toResponse() {
        StringBuilder html = new StringBuilder(HEAD.formatted(escape(title)));
        sections.forEach(section -> html.append(section.toHtml()));
        html.append("</main>\n");
        return HttpResponse.of(OK, "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
