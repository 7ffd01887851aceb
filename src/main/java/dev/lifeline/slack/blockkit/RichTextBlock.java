package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.List;

/**
 * Renders lines as rich text blocks, in which Slack parses nothing (promise P9). One instance renders for one {@link TextBudget}; not
 * thread-safe.
 */
public final class RichTextBlock {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BOLD = "bold";
    private static final String CODE = "code";
    private static final String PLAIN = "";

    private final TextBudget budget;

    public RichTextBlock(TextBudget budget) {
        this.budget = budget;
    }

    /** A line of text. */
    public ObjectNode paragraph(TextLine textLine) {
        return block(section(elements(textLine)));
    }

    /** A title that cannot be a header: too long, or with a mention or a date. */
    ObjectNode title(TextLine textLine) {
        ArrayNode elements = JSON.arrayNode();
        textLine.runs().forEach(textRun -> add(elements, textRun, BOLD));
        return block(section(elements));
    }

    /** A link to a message of the bot; the URL is Slack's own. */
    ObjectNode permalink(MessageBlock.Permalink permalink) {
        ArrayNode elements = JSON.arrayNode();
        elements.add(JSON.objectNode()
                .put("type", "link")
                .put("url", permalink.url())
                .put("text", budget.take(BlockKitLimit.RICH_TEXT_RUN.truncate(permalink.label()))));
        return block(section(elements));
    }

    /** Preformatted text, split into as many runs as the limit takes. */
    ObjectNode preformatted(String text) {
        ArrayNode runs = JSON.arrayNode();
        String clean = TextSanitizer.sanitizeLines(text);
        int length = BlockKitLimit.codePointLength(clean);
        for (int from = 0; from < length; from += BlockKitLimit.RICH_TEXT_RUN.max()) {
            int to = Math.min(length, from + BlockKitLimit.RICH_TEXT_RUN.max());
            addText(runs, clean.substring(clean.offsetByCodePoints(0, from), clean.offsetByCodePoints(0, to)), PLAIN);
        }
        ObjectNode preformatted = JSON.objectNode().put("type", "rich_text_preformatted");
        preformatted.set("elements", runs);
        return block(preformatted);
    }

    ObjectNode bullets(List<TextLine> textLines) {
        ArrayNode items = JSON.arrayNode();
        textLines.forEach(textLine -> items.add(section(elements(textLine))));
        ObjectNode list = JSON.objectNode().put("type", "rich_text_list").put("style", "bullet");
        list.set("elements", items);
        return block(list);
    }

    ObjectNode facts(List<MessageBlock.Field> fields) {
        ArrayNode elements = JSON.arrayNode();
        for (MessageBlock.Field field : fields) {
            if (!elements.isEmpty()) elements.add(text("\n", PLAIN));
            addText(elements, TextSanitizer.sanitizeLine(field.label()), BOLD);
            addText(elements, "  ", PLAIN);
            field.value().runs().forEach(textRun -> add(elements, textRun, PLAIN));
        }
        return block(section(elements));
    }

    private ArrayNode elements(TextLine textLine) {
        ArrayNode elements = JSON.arrayNode();
        textLine.runs().forEach(textRun -> add(elements, textRun, PLAIN));
        return elements;
    }

    private void add(ArrayNode elements, TextRun textRun, String style) {
        if (textRun instanceof TextRun.Text text) addText(elements, TextSanitizer.sanitizeLines(text.text()), style);
        if (textRun instanceof TextRun.Bold bold) addText(elements, TextSanitizer.sanitizeLines(bold.text()), BOLD);
        if (textRun instanceof TextRun.UntrustedText untrustedText)
            addText(elements, TextSanitizer.sanitizeLine(untrustedText.text()), style);
        if (textRun instanceof TextRun.Code code) addText(elements, TextSanitizer.sanitizeLines(code.text()), CODE);
        if (textRun instanceof TextRun.UserMention userMention) elements.add(userMention(userMention));
        if (textRun instanceof TextRun.Timestamp timestamp) elements.add(date(timestamp));
        if (textRun instanceof TextRun.Link linkRun) elements.add(link(linkRun));
    }

    /** Slack rejects an empty run. */
    private void addText(ArrayNode elements, String text, String style) {
        String allowed = budget.take(BlockKitLimit.RICH_TEXT_RUN.truncate(text));
        if (!allowed.isEmpty()) elements.add(text(allowed, style));
    }

    private static ObjectNode text(String text, String style) {
        ObjectNode run = JSON.objectNode().put("type", "text").put("text", text);
        if (!style.isEmpty()) run.putObject("style").put(style, true);
        return run;
    }

    private static ObjectNode userMention(TextRun.UserMention userMention) {
        return JSON.objectNode()
                .put("type", "user")
                .put("user_id", userMention.user().value());
    }

    private static ObjectNode date(TextRun.Timestamp timestamp) {
        return JSON.objectNode()
                .put("type", "date")
                .put("timestamp", timestamp.at().getEpochSecond())
                .put("format", DateFormatting.SLACK_DATE_FORMAT)
                .put("fallback", DateFormatting.fallbackText(timestamp.at()));
    }

    private static ObjectNode link(TextRun.Link link) {
        return JSON.objectNode()
                .put("type", "link")
                .put("url", link.url())
                .put("text", TextSanitizer.sanitizeLine(link.label()));
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
