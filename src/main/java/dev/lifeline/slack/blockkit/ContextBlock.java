package dev.lifeline.slack.blockkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How does a note look? Words are plain text, which Slack does not parse; only a person and a moment are mrkdwn, and those are
 * written here, never by anybody else.
 */
final class ContextBlock {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TextBudget budget;

    ContextBlock(TextBudget budget) {
        this.budget = budget;
    }

    ObjectNode block(TextLine textLine) {
        List<ObjectNode> elements = elements(textLine);
        if (elements.size() > BlockKitLimit.CONTEXT_ELEMENTS.max())
            elements = plainText(textLine.plainText()).stream().toList();
        ObjectNode block = JSON.objectNode().put("type", "context");
        ArrayNode array = block.putArray("elements");
        elements.forEach(array::add);
        return block;
    }

    private List<ObjectNode> elements(TextLine textLine) {
        List<ObjectNode> elements = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (TextRun textRun : textLine.runs()) {
            String live = Mrkdwn.format(textRun);
            if (live.isEmpty()) words.append(TextLine.of(textRun).plainText());
            else {
                flush(words, elements);
                elements.add(text("mrkdwn", live));
            }
        }
        flush(words, elements);
        return elements;
    }

    private void flush(StringBuilder words, List<ObjectNode> elements) {
        plainText(words.toString()).ifPresent(elements::add);
        words.setLength(0);
    }

    /** Empty where there is nothing to see, or no room for it. */
    private Optional<ObjectNode> plainText(String words) {
        String shown = budget.take(BlockKitLimit.CONTEXT_TEXT.truncate(
                TextSanitizer.sanitizeLine(words).strip()));
        return Optional.of(text("plain_text", shown).put("emoji", false)).filter(element -> !shown.isEmpty());
    }

    private static ObjectNode text(String type, String text) {
        return JSON.objectNode().put("type", type).put("text", text);
    }
}
