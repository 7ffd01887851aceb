package dev.lifeline.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Line;
import dev.lifeline.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How does a note look? Words are plain text, which Slack does not parse; only a person and a moment are mrkdwn, and those are
 * written here, never by anybody else.
 */
final class SmallPrint {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Allowance allowance;

    SmallPrint(Allowance allowance) {
        this.allowance = allowance;
    }

    ObjectNode note(Line line) {
        List<ObjectNode> elements = elements(line);
        if (elements.size() > Limit.CONTEXT_ELEMENTS.most())
            elements = plain(line.plain()).stream().toList();
        ObjectNode block = JSON.objectNode().put("type", "context");
        ArrayNode array = block.putArray("elements");
        elements.forEach(array::add);
        return block;
    }

    private List<ObjectNode> elements(Line line) {
        List<ObjectNode> elements = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Span span : line.spans()) {
            String live = Live.text(span);
            if (live.isEmpty()) words.append(Line.of(span).plain());
            else {
                flush(words, elements);
                elements.add(text("mrkdwn", live));
            }
        }
        flush(words, elements);
        return elements;
    }

    private void flush(StringBuilder words, List<ObjectNode> elements) {
        plain(words.toString()).ifPresent(elements::add);
        words.setLength(0);
    }

    /** Empty where there is nothing to see, or no room for it. */
    private Optional<ObjectNode> plain(String words) {
        String shown = allowance.of(Limit.CONTEXT_TEXT.cut(CleanText.line(words).strip()));
        return Optional.of(text("plain_text", shown).put("emoji", false)).filter(element -> !shown.isEmpty());
    }

    private static ObjectNode text(String type, String text) {
        return JSON.objectNode().put("type", type).put("text", text);
    }
}
