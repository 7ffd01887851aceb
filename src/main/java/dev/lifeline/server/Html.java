package dev.lifeline.server;

import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Page;
import dev.lifeline.message.Part;
import dev.lifeline.message.Span;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How does a page look in a browser? Plain HTML that needs no script. Every word that is not ours is escaped, stripped of what is not seen,
 * and kept in its own writing direction.
 */
final class Html {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <link rel="stylesheet" href="%spage.css">
            </head>
            <body class="%s">
            <main>
            <p class="bot">Lifeline</p>
            <h1>%s</h1>
            %s
            </main>
            </body>
            </html>
            """;

    private Html() {}

    /**
     * The page, with addresses that hold behind whatever path a proxy puts before them.
     *
     * @param folder where the pages are, as seen from this one: nothing, or one up
     * @param code the last part of the page's own address
     */
    static String of(Page page, String folder, String code) {
        Message message = page.message();
        String parts = message.parts().stream().map(Html::part).collect(Collectors.joining("\n"));
        String form = page.entry().map(entry -> form(entry, folder + code)).orElse("");
        return PAGE.formatted(
                text(message.title().plain()),
                folder,
                page.outcome().name().toLowerCase(Locale.ROOT),
                line(message.title()),
                parts + "\n" + form);
    }

    private static String part(Part part) {
        if (part instanceof Part.Paragraph paragraph) return "<p>" + line(paragraph.line()) + "</p>";
        if (part instanceof Part.Note note) return "<p class=\"note\">" + line(note.line()) + "</p>";
        if (part instanceof Part.Facts facts)
            return facts.facts().stream().map(Html::fact).collect(Collectors.joining("", "<dl>", "</dl>"));
        if (part instanceof Part.Bullets bullets)
            return bullets.lines().stream()
                    .map(one -> "<li>" + line(one) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        return "";
    }

    private static String fact(Part.Fact fact) {
        return "<div><dt>" + text(fact.label()) + "</dt><dd>" + line(fact.value()) + "</dd></div>";
    }

    private static String line(Line line) {
        return line.spans().stream().map(Html::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        if (span instanceof Span.Strong strong) return "<strong>" + text(strong.text()) + "</strong>";
        if (span instanceof Span.Code code) return "<code>" + text(code.text()) + "</code>";
        if (span instanceof Span.Foreign foreign) return "<bdi>" + text(foreign.text()) + "</bdi>";
        if (span instanceof Span.Moment moment) return MOMENT.format(moment.at());
        return text(Line.of(span).plain());
    }

    private static String form(Page.Entry entry, String at) {
        String fields = entry.fields().stream().map(Html::field).collect(Collectors.joining("\n"));
        return "<form method=\"post\" action=\"%s\" autocomplete=\"off\">\n%s\n<button type=\"submit\">%s</button>\n</form>"
                .formatted(text(at + entry.step()), fields, text(entry.send()));
    }

    private static String field(Page.Field field) {
        if (field instanceof Page.Carried carried)
            return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(text(carried.name()), text(carried.value()));
        Page.Typed typed = (Page.Typed) field;
        return "<label for=\"%1$s\">%2$s</label>\n<input id=\"%1$s\" name=\"%1$s\" type=\"%3$s\" %4$s>\n<p class=\"hint\">%5$s</p>"
                .formatted(
                        text(typed.name()),
                        text(typed.label()),
                        typed.secret() ? "password" : "text",
                        "maxlength=\"256\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\""
                                + (typed.secret() ? " required" : ""),
                        text(typed.hint()));
    }

    /** Marks escaped; what is not seen, or turns the direction of writing, left out (promise P9). */
    private static String text(String foreign) {
        return foreign.replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
