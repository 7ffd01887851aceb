package dev.lifeline.http;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders a {@link Page} as HTML without scripts. Text is escaped and stripped of invisible characters; untrusted text also keeps its own
 * writing direction (promise P9). The body's CSS class is the outcome's name in lower case, as in page.css.
 */
final class HtmlRenderer {

    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private static final String PAGE_TEMPLATE = """
            <!doctype html>
            <html lang="%s">
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

    private HtmlRenderer() {}

    /**
     * Renders the page. Addresses are relative, so that they hold behind any path prefix of a reverse proxy.
     *
     * @param folder the pages' folder as seen from this one: empty, or "../"
     * @param code last path segment of the page's own address
     */
    static String render(Page page, String folder, String code) {
        Message message = page.message();
        String parts = message.blocks().stream().map(HtmlRenderer::section).collect(Collectors.joining("\n"));
        String form = page.form().map(pageForm -> form(pageForm, folder + code)).orElse("");
        return PAGE_TEMPLATE.formatted(
                page.language().toLanguageTag(),
                escape(message.title().plainText()),
                folder,
                page.outcome().name().toLowerCase(Locale.ROOT),
                line(message.title()),
                parts + "\n" + form);
    }

    private static String section(MessageBlock messageBlock) {
        if (messageBlock instanceof MessageBlock.Paragraph paragraph)
            return "<p>" + line(paragraph.textLine()) + "</p>";
        if (messageBlock instanceof MessageBlock.Context context)
            return "<p class=\"note\">" + line(context.textLine()) + "</p>";
        if (messageBlock instanceof MessageBlock.Fields fields)
            return fields.fields().stream().map(HtmlRenderer::fact).collect(Collectors.joining("", "<dl>", "</dl>"));
        if (messageBlock instanceof MessageBlock.BulletList bulletList)
            return bulletList.textLines().stream()
                    .map(item -> "<li>" + line(item) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        return "";
    }

    private static String fact(MessageBlock.Field field) {
        return "<div><dt>" + escape(field.label()) + "</dt><dd>" + line(field.value()) + "</dd></div>";
    }

    private static String line(TextLine textLine) {
        return textLine.runs().stream().map(HtmlRenderer::textRun).collect(Collectors.joining());
    }

    private static String textRun(TextRun textRun) {
        if (textRun instanceof TextRun.Bold bold) return "<strong>" + escape(bold.text()) + "</strong>";
        if (textRun instanceof TextRun.Code code) return "<code>" + escape(code.text()) + "</code>";
        if (textRun instanceof TextRun.UntrustedText untrustedText)
            return "<bdi>" + escape(untrustedText.text()) + "</bdi>";
        if (textRun instanceof TextRun.Timestamp timestamp) return TIME_FORMAT.format(timestamp.at());
        return escape(TextLine.of(textRun).plainText());
    }

    private static String form(Page.PageForm pageForm, String pageAddress) {
        String fields = pageForm.inputs().stream().map(HtmlRenderer::field).collect(Collectors.joining("\n"));
        return "<form method=\"post\" action=\"%s\" autocomplete=\"off\">\n%s\n<button type=\"submit\">%s</button>\n</form>"
                .formatted(escape(pageAddress + pageForm.path()), fields, escape(pageForm.submitLabel()));
    }

    private static String field(Page.Input input) {
        if (input instanceof Page.HiddenInput hiddenInput)
            return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(escape(hiddenInput.name()), escape(hiddenInput.value()));
        Page.TextInput textInput = (Page.TextInput) input;
        return "<label for=\"%1$s\">%2$s</label>\n<input id=\"%1$s\" name=\"%1$s\" type=\"%3$s\" %4$s>\n<p class=\"hint\">%5$s</p>"
                .formatted(
                        escape(textInput.name()),
                        escape(textInput.label()),
                        textInput.secret() ? "password" : "text",
                        "maxlength=\"256\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\""
                                + (textInput.secret() ? " required" : ""),
                        escape(textInput.hint()));
    }

    /** Escapes markup and removes control and format characters, which are invisible or change the direction of writing (promise P9). */
    private static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
