package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Line;
import dev.lifeline.message.Part;
import dev.lifeline.message.Span;
import java.util.List;

/** How do lines look as rich text? Slack parses nothing in it: what is written is what is shown. */
final class RichText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BOLD = "bold";
    private static final String CODE = "code";
    private static final String PLAIN = "";

    private final Allowance allowance;

    RichText(Allowance allowance) {
        this.allowance = allowance;
    }

    ObjectNode paragraph(Line line) {
        return block(section(elements(line)));
    }

    /** A title that cannot be a header: too long, or with a person or a moment in it. */
    ObjectNode title(Line line) {
        ArrayNode elements = JSON.arrayNode();
        line.spans().forEach(span -> add(elements, span, BOLD));
        return block(section(elements));
    }

    /** A link to what the bot said elsewhere; the address is Slack's own. */
    ObjectNode elsewhere(Part.Elsewhere elsewhere) {
        ArrayNode elements = JSON.arrayNode();
        elements.add(JSON.objectNode()
                .put("type", "link")
                .put("url", elsewhere.address())
                .put("text", allowance.of(Limit.RUN.cut(elsewhere.words()))));
        return block(section(elements));
    }

    /** As it is, in as many runs as it takes. */
    ObjectNode verbatim(String text) {
        ArrayNode runs = JSON.arrayNode();
        String clean = CleanText.lines(text);
        int whole = Limit.length(clean);
        for (int from = 0; from < whole; from += Limit.RUN.most()) {
            int to = Math.min(whole, from + Limit.RUN.most());
            addText(runs, clean.substring(clean.offsetByCodePoints(0, from), clean.offsetByCodePoints(0, to)), PLAIN);
        }
        ObjectNode preformatted = JSON.objectNode().put("type", "rich_text_preformatted");
        preformatted.set("elements", runs);
        return block(preformatted);
    }

    ObjectNode bullets(List<Line> lines) {
        ArrayNode items = JSON.arrayNode();
        lines.forEach(line -> items.add(section(elements(line))));
        ObjectNode list = JSON.objectNode().put("type", "rich_text_list").put("style", "bullet");
        list.set("elements", items);
        return block(list);
    }

    ObjectNode facts(List<Part.Fact> facts) {
        ArrayNode elements = JSON.arrayNode();
        for (Part.Fact fact : facts) {
            if (!elements.isEmpty()) elements.add(text("\n", PLAIN));
            addText(elements, CleanText.line(fact.label()), BOLD);
            addText(elements, "  ", PLAIN);
            fact.value().spans().forEach(span -> add(elements, span, PLAIN));
        }
        return block(section(elements));
    }

    private ArrayNode elements(Line line) {
        ArrayNode elements = JSON.arrayNode();
        line.spans().forEach(span -> add(elements, span, PLAIN));
        return elements;
    }

    private void add(ArrayNode elements, Span span, String style) {
        if (span instanceof Span.Words words) addText(elements, CleanText.lines(words.text()), style);
        if (span instanceof Span.Strong strong) addText(elements, CleanText.lines(strong.text()), BOLD);
        if (span instanceof Span.Foreign foreign) addText(elements, CleanText.line(foreign.text()), style);
        if (span instanceof Span.Code code) addText(elements, CleanText.lines(code.text()), CODE);
        if (span instanceof Span.Mention mention) elements.add(person(mention));
        if (span instanceof Span.Moment moment) elements.add(date(moment));
        if (span instanceof Span.Address address) elements.add(link(address));
    }

    /** Slack refuses a run without text. */
    private void addText(ArrayNode elements, String text, String style) {
        String allowed = allowance.of(Limit.RUN.cut(text));
        if (!allowed.isEmpty()) elements.add(text(allowed, style));
    }

    private static ObjectNode text(String text, String style) {
        ObjectNode run = JSON.objectNode().put("type", "text").put("text", text);
        if (!style.isEmpty()) run.putObject("style").put(style, true);
        return run;
    }

    private static ObjectNode person(Span.Mention mention) {
        return JSON.objectNode()
                .put("type", "user")
                .put("user_id", mention.person().value());
    }

    private static ObjectNode date(Span.Moment moment) {
        return JSON.objectNode()
                .put("type", "date")
                .put("timestamp", moment.at().getEpochSecond())
                .put("format", Moments.FORMAT)
                .put("fallback", Moments.fallback(moment.at()));
    }

    private static ObjectNode link(Span.Address address) {
        return JSON.objectNode()
                .put("type", "link")
                .put("url", address.url())
                .put("text", CleanText.line(address.label()));
    }

    private static ObjectNode section(ArrayNode elements) {
        ObjectNode section = JSON.objectNode().put("type", "rich_text_section");
        section.set("elements", elements);
        return section;
    }

    private static ObjectNode block(ObjectNode element) {
        ObjectNode block = JSON.objectNode().put("type", "rich_text");
        block.putArray("elements").add(element);
        return block;
    }
}
